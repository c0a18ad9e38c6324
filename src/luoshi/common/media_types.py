"""What a file that luoshi hands out says that it is."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
