"""Two campaigns: a year with a peak, and a span of weeks without one."""

from __future__ import annotations

YEAR = """
ceremony: tuyen-truyen-nuoc-sach-2024
title: Tuyên truyền kỷ niệm 50 năm Ngày thành lập Nhà máy nước Thanh Sơn
plan: {number: 18/KH-UBND, date: 20/12/2023, issuer: UBND huyện Thanh Sơn}
occasions: [{name: Ngày thành lập Nhà máy nước Thanh Sơn, first: 15/10/1974, day: 15/10/2024}]
campaign:
  span: 01/01/2024..31/12/2024
  peaks: {cao-diem: {title: Cao điểm tháng 10, window: 01/10/2024..31/10/2024}}
  theme: Nước sạch cho mọi nhà
agencies:
  phong-vh: {name: Phòng Văn hóa và Thông tin, short: Phòng VHTT, standing: true}
  nha-may: {name: Nhà máy nước, requested: yes}
  cac-xa: {name: Các xã, members: {xa-dong: Xã Đông, xa-tay: Xã Tây}}
tasks:
  A1: {title: Làm phim tư liệu, lead: phong-vh, work: 5d}
  A2: {title: Duyệt phim, lead: nha-may, work: 1d, after: A1}
during:
  T1: {title: Đăng tin trên cổng thông tin, lead: phong-vh, over: span}
  T2: {title: Treo băng rôn, each: cac-xa, over: cao-diem, after: A2}
  T3:
    {title: Giao ban, lead: phong-vh, support: nha-may, over: cao-diem, recurs: weekly Mon 08:30, length: 1h}
  T4: {title: Báo cáo tháng, each: cac-xa, recurs: hằng tháng ngày 20, work: 1d}
  T5: {title: Triển lãm ảnh, lead: nha-may, over: 10/10/2024..16/10/2024, location: Nhà văn hóa}
  T6: {title: Xử lý thông tin sai, lead: phong-vh, over: span, recurs: khi phát sinh}
  T7: {title: Sơ kết cao điểm, lead: phong-vh, work: 2d, not_before: 01/11/2024, finish: by 15/11/2024}
after:
  Q1: {title: Báo cáo tổng kết, lead: phong-vh, work: 3d, finish: by 20/01/2025}
"""
WEEKS = """
ceremony: thang-an-toan-2025
title: Tháng hành động vì an toàn giao thông
language: en
campaign: {span: 03/03/2025..28/03/2025}
agencies: {dept: Transport department, police: Traffic police}
tasks:
  A1: {title: Print the leaflets, lead: dept, work: 2d}
during:
  T1: {title: Patrol at the schools, lead: police, over: span, after: A1}
  T2: {title: Weekly report, lead: police, recurs: weekly Fri}
"""
