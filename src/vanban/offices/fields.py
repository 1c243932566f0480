"""Fields that name Vietnamese offices ("Sở …", "Phòng …", "Vụ …"): general knowledge, of no one place or year.

Needed where a list names the kind of office once ("các Sở: Tài chính, Nội vụ"): which comma parts two offices
and which stands inside a name ("Văn hóa, Thể thao và Du lịch").
"""

from vanban.text import key

# Fields with a comma or an "và" of their own: never parted.
WHOLE = """
An toàn, sức khỏe nghề nghiệp
Bảo trợ xã hội và Phòng, chống tệ nạn xã hội
Chăn nuôi và Thú y
Chăn nuôi, Thú y và Thủy sản
Chính sách và Pháp chế
Công nghiệp và Thương mại
Dân số, Gia đình và Trẻ em
Dân tộc và Tôn giáo
Giáo dục và Đào tạo
Giáo dục, Khoa học và Công nghệ
Gia đình và Trẻ em
Hợp tác quốc tế và Pháp chế
Khám, chữa bệnh
Khám bệnh, chữa bệnh
Kế hoạch và Đầu tư
Kế hoạch, Tài chính
Khoa học và Công nghệ
Khoa học và Chuyển đổi số
Khoa học, Công nghệ và Đổi mới sáng tạo
Khoa học, Công nghệ và Môi trường
Khoa học, Giáo dục và Môi trường
Kinh tế và Hạ tầng
Kinh tế, Hạ tầng và Đô thị
Kinh tế, Xây dựng và Đô thị
Lao động, Tiền lương và Bảo hiểm xã hội
Lao động, Thương binh và Xã hội
Lao động - Thương binh và Xã hội
Nghiệp vụ và Tổ chức
Nông nghiệp và Môi trường
Nông nghiệp và Phát triển nông thôn
Nông nghiệp và PTNT
Nông, lâm, ngư nghiệp
Phòng, chống tham nhũng
Phòng, chống thiên tai
Phòng cháy, chữa cháy và Cứu nạn, cứu hộ
Quản lý Khám, chữa bệnh
Tài nguyên và Môi trường
Thanh tra, Pháp chế
Thể dục, thể thao
Thi đua và Khen thưởng
Thông tin và Truyền thông
Tiêu chuẩn, Đo lường, Chất lượng
Tổ chức và Cán bộ
Trồng trọt và Bảo vệ thực vật
Văn hóa và Thể thao
Văn hóa và Thông tin
Văn hóa và Xã hội
Văn hóa, Khoa học và Thông tin
Văn hóa, Thể thao và Du lịch
Văn hóa, Thể thao, Du lịch và Gia đình
Văn hóa, Thể thao và Thông tin
Văn hóa, Thông tin và Thể thao
Văn hóa, Xã hội và Gia đình
Vận tải và An toàn giao thông
Xây dựng và Bảo vệ pháp luật
"""

# Fields of one or more words without either: a comma after one parts two offices.
SINGLE = """
Công Thương
Công nghiệp
Dân tộc
Du lịch
Giao thông vận tải
GTVT
Hải quan
Kế hoạch
Kinh tế
Kiểm lâm
Lâm nghiệp
Ngoại giao
Ngoại vụ
Nội vụ
Pháp chế
Quốc phòng
Công an
Quản lý đô thị
Quy hoạch - Kiến trúc
Tài chính
Tài chính - Kế hoạch
Tài chính - Ngân sách
Thanh tra
Thống kê
Thủy lợi
Thủy sản
Tôn giáo
Tổ chức cán bộ
Tư pháp
Xây dựng
Y tế
"""

WHOLE_KEYS = frozenset(key(line) for line in WHOLE.split("\n") if line)
KNOWN_KEYS = WHOLE_KEYS | {key(line) for line in SINGLE.split("\n") if line}
LONGEST = max(line.count(",") for line in WHOLE.split("\n"))  # commas a name may hold
