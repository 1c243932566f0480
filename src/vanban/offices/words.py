"""The words offices' names begin with in Vietnamese administration: general ones, of no one place."""

# Such a word begins an office's name unless one of the words after the colon follows ("phòng, chống", "ban hành").
UNLESS = """
phòng: bệnh cháy chống hộ ngừa thủ tránh vệ
sở: dĩ hữu thích
ban: bố hành
bộ: chỉ máy phận thủ tiêu đội
cục: bộ diện
vụ: mùa việc án
ubnd
hđnd
ubmttq
ubmttqvn
mttq
ub
hội: chợ họp nghị nhập thảo tụ
đoàn: kết viên
trường: hợp
viện: dẫn trợ
trạm
báo: cáo hiệu động
đài
tổ: chức
đội: hình ngũ
đồn
hạt: giống nhân
thuế: suất
quỹ: đất
xã: hội
phường
khối: lượng
các
cảng
ngành
"""

# Such a word begins one only if one of the words after the colon follows ("trung tâm", "văn phòng").
ONLY_WITH = """
ủy: ban
chi: bộ cục hội nhánh đoàn
trung: tâm ương
văn: phòng
công: an ty đoàn chức
cán: bộ
trưởng: ấp thôn bản khóm buôn khu phòng ban công trạm khoa các
phó: chủ trưởng
thanh: tra
học: viện
bệnh: viện
kho: bạc
ngân: hàng
bảo: hiểm tàng
hợp: tác
tổng: công cục
doanh: nghiệp
điện: lực
bưu: chính điện
viễn: thông
thường: trực
đảng: bộ đoàn ủy
huyện: đoàn đội ủy
tỉnh: đoàn đội ủy
thành: phố đoàn ủy
thị: trấn xã đoàn ủy
câu: lạc
hiệp: hội
cơ: quan sở
đơn: vị
địa: phương
mặt: trận
chủ: tịch đầu
lãnh: đạo
bí: thư
giám: đốc
toàn: thể
thủ: trưởng tướng
quân: khu đoàn
xí: nghiệp
hải: quan
tòa: soạn án
nhà: hát máy thiếu trường văn xuất
phân: hiệu viện xưởng
nông: trường
vườn: quốc
tạp: chí
thư: viện
hiệu: trưởng
liên: hiệp hợp minh đoàn
"""

# Abbreviations that begin or are an office's name when printed in capitals ("BCH Quân sự", "VP UBND", "TT Y tế").
IN_CAPITALS = """
bch bchqs bcđ bql bqlda btc btv bhxh bv csgt đtn đu hlhpn hnd hpn ktnn lđlđ mttq nhnn nhcsxh nxb qlda tand tandtc
tt ttvh ttvhtt ttyt ttxvn thtt vksnd vkstc vp vpcp vpđkđđ vpub vtv vov evn vnpt ubkt ubnd hđnd ubmttq ubmt
"""

# Persons are named like offices by their field ("Công chức Địa chính - Xây dựng"), not where everybody of the kind is
# meant ("cán bộ, công chức"): a word in capitals follows, or one of these.
PERSONS = frozenset(["công chức", "cán bộ"])
OF_PERSONS = frozenset(["phụ", "chuyên", "làm", "tham", "được", "đầu", "xã", "phường", "các"])


def _rules(lines: str) -> dict[str, frozenset[str]]:
    pairs = (line.partition(":") for line in lines.split("\n") if line.strip())
    return {word.strip(): frozenset(others.split()) for word, _, others in pairs}


ABBREVIATIONS = frozenset(IN_CAPITALS.split())
_UNLESS = _rules(UNLESS)
_ONLY_WITH = _rules(ONLY_WITH)


def may_begin(first: str) -> bool:
    """Whether a word, bare and in lower case, may begin an office's name at all."""
    return first in _UNLESS or first in _ONLY_WITH


def begins_with(first: str, second: str) -> bool:
    """Whether two words, bare and in lower case, begin an office's name."""
    if first in _ONLY_WITH:
        return second in _ONLY_WITH[first]
    return first in _UNLESS and second not in _UNLESS[first]
