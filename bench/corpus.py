"""Generated reports to measure with: the same number gives the same bytes on every machine.

A report has about 6 KB of UTF-8 and reads like a duty report: three sections, numbered items and a
closing. Figures, places and phrases differ between reports. One report in ten contains a blank, and
one in ten skips a number in a list.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

PLACES = "青石镇 柳湾村 东山乡 南塘街道 白鹭社区 长河片区 石桥村 云岭镇 沙洲村 望江街道 松柏乡 梅园社区".split()
OFFICES = "镇农业办 县水利站 街道综治中心 社区服务站 乡卫生院 镇民政所 县统计队 村委会 镇应急办 县图书馆".split()
PEOPLE = "种植户 养殖户 小微商户 退役军人 脱贫户 留守老人 网格员 村干部 技术员 志愿者".split()
WORKS = "春耕备耕 河道清淤 防汛备汛 道路养护 人居环境整治 政务公开 档案整理 矛盾调解 疫苗接种 图书下乡".split()
MEANS = "逐户登记 分片包干 每月通报 现场会商 上门核对 集中培训 结对帮带 台账管理 轮流值守 公开评议".split()
ENDS = "群众评议的满意率比上年高了 办理的时间比上年短了 返工的件数比上年少了 参加的人数比上年多了".split()
SENTENCES = (
    "全年在{place}开展{work}{n}次，参加的{people}有{m}人次，{end}{p}个百分点。",
    "我同{office}的同事用{means}的办法推进{work}，到{month}月底完成了全部任务的{q}%。",
    "{month}月上旬，{place}连降大雨，{office}当天组织{people}{n}人转移物资，没有造成损失。",
    "对{place}的{m}户{people}，采取{means}和{means2}相结合的办法，先后解决了{n}个具体困难。",
    "为了把{work}做细，我们请{office}的老师讲课{n}场，编写的小册子发到了{m}名{people}手里。",
    "同{place}相比，我们在{work}上起步晚了{n}个月，但依靠{means}，年底前赶上了进度。",
    "原来办一件事要跑{n}趟，现在由{office}统一受理，{people}只要来一趟，平均用时{m}分钟。",
    "在{work}中查出的{n}处隐患，有{p}处当场改好，其余的交给{office}限期办理，{month}月前全部销号。",
)
TITLES = ("工作开展情况", "存在的问题", "下一步打算")
ORDERS = "一二三四五六七八九十"
KILOBYTES = 6  # the default size of a report


def report(number: int, markdown: bool = False, size: int = KILOBYTES * 1000) -> str:
    """Report `number`, about `size` bytes of UTF-8."""
    rng = random.Random(f"report {number}")
    place = rng.choice(PLACES)
    year = 2015 + number % 10
    title = f"{'# ' if markdown else ''}{year}年度{place}{rng.choice(WORKS)}工作述职报告"
    parts = [title, "各位领导、同志们：", "现将一年来的履职情况述职如下，请予评议。"]
    share = (0.6, 0.2, 0.2)
    for index, heading in enumerate(TITLES):
        parts.append(f"{'## ' if markdown else ''}{ORDERS[index]}、{heading}")
        parts += _items(rng, index, int(size * share[index]) - 200, number, markdown)
    parts += [
        "以上报告，请予批评指正。今后我将恪尽职守、勤勉工作，不辜负组织和群众的期望。",
        f"{place}  {rng.choice(OFFICES)}",
        f"{year}年12月{1 + number % 28}日",
    ]
    return ("\n\n" if markdown else "\n").join(parts) + "\n"


def _items(
    rng: random.Random, section: int, size: int, number: int, markdown: bool
) -> Iterator[str]:
    gap = 3 if section == 0 and number % 10 == 3 else 0
    blank = section == 0 and number % 10 == 7
    count, written = 0, 0
    while written < size:
        count += 2 if gap and count == gap else 1
        if count > len(ORDERS):
            text = _sentence(rng)
        elif section == 0:
            text = f"（{ORDERS[count - 1]}）{rng.choice(WORKS)}。" + "".join(
                _sentence(rng) for _ in range(3)
            )
        elif section == 1:
            text = f"{ORDERS[count - 1]}是{_sentence(rng)}"
        else:
            text = f"{count}.{_sentence(rng)}{_sentence(rng)}"
        if blank and count == 2:
            text, blank = text + "另有散养场所XX家待核实。", False
        written += len(text.encode())
        yield text


def _sentence(rng: random.Random) -> str:
    means = rng.sample(MEANS, 2)
    return rng.choice(SENTENCES).format(
        place=rng.choice(PLACES), office=rng.choice(OFFICES), people=rng.choice(PEOPLE), work=rng.choice(WORKS), means=means[0],
        means2=means[1], end=rng.choice(ENDS), n=rng.randint(2, 60), m=rng.randint(61, 900), p=rng.randint(1, 9), q=rng.randint(80, 99),
        month=rng.randint(1, 12),
    )  # fmt: skip


def write_many(folder: Path, count: int, markdown: bool = False) -> list[Path]:
    """Write reports 0 to `count` - 1 into subfolders of `folder`, 500 in each; their paths."""
    paths = []
    for number in range(count):
        path = folder / f"{number // 500:03}" / f"report-{number:05}.{'md' if markdown else 'txt'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report(number, markdown), encoding="utf-8")
        paths.append(path)
    return paths


def write_large(path: Path, megabytes: float, markdown: bool = False) -> None:
    """Write one text of about `megabytes` MB: reports one after another."""
    with path.open("w", encoding="utf-8") as stream:
        size, number = 0, 0
        while size < megabytes * 1_000_000:
            text = report(number, markdown)
            size += len(text.encode())
            number += 1
            stream.write(text + "\n" * markdown)


def write_list(path: Path, lines: int) -> None:
    """Write one report of `lines` lines, all but the title items of one list."""
    rng = random.Random("list")
    with path.open("w", encoding="utf-8") as stream:
        stream.write("年度台账\n")
        for number in range(1, lines):
            stream.write(f"{number}.{_sentence(rng)}\n")
