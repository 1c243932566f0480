"""The tasks and duties of the example's plan that no figure of a register answers, and why. A test asks for each."""

from tiendo.example.registers.ties import DUTY

UNTIED: dict[tuple[str, str], str] = {
    (DUTY, "2.7"): "It refers to the tasks of the annex, each of which has its own figures.",
    (DUTY, "7.2"): "It refers to the tasks of the annex, each of which has its own figures.",
}
