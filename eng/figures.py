#!/usr/bin/env python3
"""Figures of the source tree: python3 eng/figures.py [folder of a clone]. They show a direction; none of them is a limit."""
import collections
import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent) / "src"
NAMESPACE = re.compile(r"^namespace ([\w.]+);", re.M)
TYPE = re.compile(
    r"^(?:public |internal )(?:static |sealed |abstract |partial |readonly )*(?:class|record struct|record|interface|enum|struct) +(\w+)(.*)", re.M)
MEMBER = re.compile(r"^    public (?!override )[^=;{(\n]*\b\w+ *(?:\(|\{|=>|=|;)", re.M)
WEB = re.compile(r"HttpContext|IResult\b|HttpRequest|HttpResponse|IEndpointRouteBuilder|StatusCodes|Microsoft\.AspNetCore|WebApplication")


def sources():
    for path in sorted(ROOT.rglob("*.cs")):
        if not {"obj", "bin"} & set(path.parts):
            yield path, path.read_text(encoding="utf-8-sig")


def folder_of(namespace, project):
    rest = namespace.removeprefix("FlowEngine").removeprefix("." + project).strip(".")
    return rest.split(".")[0] if rest else ""


def knots(uses):
    """Sets of folders of one project that reach each other."""
    def reach(start):
        seen, todo = set(), list(uses[start])
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo.extend(uses.get(one, ()))
        return seen

    reached = {folder: reach(folder) for folder in list(uses)}
    return {frozenset(b for b in reached[a] if a in reached.get(b, ())) for a in reached if a in reached[a]}


def documented(text):
    lines = text.split("\n")
    total = with_docs = 0
    for match in MEMBER.finditer(text):
        at = text.count("\n", 0, match.start())
        total += 1
        above = at - 1
        while above >= 0 and lines[above].strip().startswith("["):
            above -= 1
        with_docs += above >= 0 and lines[above].strip().startswith("///")
    return total, with_docs


def main():
    lengths, names, of, wide, members, docs, api, web = [], collections.Counter(), 0, 0, 0, 0, 0, 0
    uses = collections.defaultdict(lambda: collections.defaultdict(set))
    for path, text in sources():
        lengths.append(text.count("\n") + 1)
        project = path.relative_to(ROOT).parts[0]
        namespace = NAMESPACE.search(text)
        for name, rest in TYPE.findall(text):
            names[name] += 0 if "partial" in rest else 1
        of += len(re.findall(r"static [\w<>\[\], ?().]+ Of(?:<\w+>)?\(", text))
        for record in re.findall(r"record (?:struct )?\w+\(([^;{]*?)\)(?:\s*:[^;{]*)?[;{\n]", text, re.S):
            wide += record.count(",") + 1 >= 8 and "<" not in record or record.count(",") - record.count("<") + 1 >= 8
        counted, with_docs = documented(text)
        members, docs = members + counted, docs + with_docs
        if project == "Api":
            api, web = api + 1, web + bool(WEB.search(text))
        if namespace:
            own = folder_of(namespace.group(1), project)
            for used in re.findall(r"^using (FlowEngine[\w.]*);", text, re.M):
                prefix = "FlowEngine" if project == "FlowEngine" else f"FlowEngine.{project}"
                other = folder_of(used, project) if used == prefix or used.startswith(prefix + ".") else ""
                if other and own and other != own:
                    uses[project][own].add(other)
    lengths.sort()
    rows = [
        ("files", len(lengths)),
        ("lines", sum(lengths)),
        ("median / p90 / max lines a file", f"{statistics.median(lengths):.0f} / {lengths[len(lengths) * 9 // 10]} / {lengths[-1]}"),
        ("files under 15 lines", f"{sum(length < 15 for length in lengths) / len(lengths):.0%}"),
        ("type names used twice or more", sum(count > 1 for name, count in names.items() if name not in ("Log", "EventIds", "Program"))),
        ("static methods called Of", of),
        ("positional records with 8 or more members", wide),
        ("public members with a doc comment", f"{docs / members:.0%}"),
        ("files of Api that touch ASP.NET", f"{web} of {api}"),
        ("knots of folders (the folders of a project's top level)", "; ".join(
            f"{project}: {', '.join(sorted(knot))}" for project in sorted(uses) for knot in knots(uses[project])) or "none"),
    ]
    for name, value in rows:
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
