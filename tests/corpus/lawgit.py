"""Fictional law for tests of sources: acts in two languages, and histories of them in git."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dulwich.objects import Blob, Commit, Tree
from dulwich.repo import Repo

ALMATY = 5 * 3600  # the zone of the commits, seconds


def russian(number: int, words: str = "Сады поливают по утрам.", articles: int = 2) -> str:
    """An act about gardens; `words` stand in its first article."""
    rest = "".join(
        f'<a id="st{n}"></a>\n\n### Статья {n}. Уход за садом № {n}\n\n1. Сад обходят {n} раз в год.\n\n'
        for n in range(2, articles + 1)
    )
    return f'# О садах номер {number}\n\n<a id="st1"></a>\n\n### Статья 1. Поливка\n\n1. {words}\n\n2. Зимой не поливают.\n\n{rest}'


def kazakh(number: int, words: str = "Бақтар таңертең суарылады.") -> str:
    """The same act in Kazakh."""
    return (
        f"# Бақтар туралы {number}\n\n#### 1-бап. Суару\n\n1. {words}\n\n2. Қыста суарылмайды.\n\n"
        f"#### 2-бап. Баққа күтім\n\n1. Бақты жылына {number} рет аралайды.\n"
    )


def meta(number: int, day: str = "2030-05-03", edition: str = "", requisite: str = "") -> str:
    """What stands beside an act."""
    told = requisite or f"Закон Республики Казахстан от 3 мая 2030 года № {number}-X ЗРК"
    lines = [f"act_code: '{number}'", f"requisite: {told}", "title:", f"  rus: О садах номер {number}"]
    lines += [f"  kaz: Бақтар туралы {number}", f"approved_on: {day}"]
    lines += ["version_date:", f"  rus: {edition}", f"  kaz: {edition}"] if edition else []
    lines += ["caused_by:", "  code: '9'", "  requisite: Закон Республики Казахстан от 1 июня 2031 года № 9-X"]
    return "\n".join(lines) + "\n"


class History:
    """A repository that is being written: each commit is all files as they are then."""

    def __init__(self, path: Path, *, bare: bool = False) -> None:
        path.mkdir(parents=True)
        self.path = path
        self.repo = Repo.init_bare(str(path)) if bare else Repo.init(str(path))
        self.files: dict[str, bytes] = {}
        self.last: bytes | None = None

    def commit(self, day: str, files: Mapping[str, str | bytes | None], hour: int = 12) -> str:
        """Writes files (None: takes one away) and commits them on a day, at an hour of the commit's own zone."""
        for name, text in files.items():
            if text is None:
                self.files.pop(name)
            else:
                self.files[name] = text.encode() if isinstance(text, str) else text
        commit = Commit()
        commit.tree = self._tree("")
        commit.author = commit.committer = b"Nobody <nobody@example.invalid>"
        moment = (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400 + hour * 3600 - ALMATY
        commit.author_time = commit.commit_time = moment
        commit.author_timezone = commit.commit_timezone = ALMATY
        commit.message = b"An edition"
        commit.parents = [self.last] if self.last else []
        self.repo.object_store.add_object(commit)
        self.last = commit.id
        self.repo.refs[self.repo.refs.follow(b"HEAD")[0][-1]] = commit.id
        return commit.id.decode()

    def _tree(self, folder: str) -> bytes:
        tree = Tree()
        names = sorted({name[len(folder) :].split("/")[0] for name in self.files if name.startswith(folder)})
        for name in names:
            whole = folder + name
            if whole in self.files:
                blob = Blob.from_string(self.files[whole])
                self.repo.object_store.add_object(blob)
                tree.add(name.encode(), 0o100644, blob.id)
            else:
                tree.add(name.encode(), 0o040000, self._tree(whole + "/"))
        self.repo.object_store.add_object(tree)
        return tree.id

    def close(self) -> None:
        """Lets go of the files."""
        self.repo.close()
