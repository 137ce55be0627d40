"""What the tests of the import form share: files as a browser sends them, and intakes."""

import zipfile
from io import BytesIO

from shabakati.intake.intake import make_intake

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "{first},{last},https://www.linkedin.com/in/p{i},,{company},Engineer,01 Jan 2024\n"


def archive(people=3, extra="", company="Acme"):
    """A LinkedIn archive of so many people."""
    rows = "".join(
        ROW.format(first=f"Sara{i}", last="Haddad", i=i, company=company) for i in range(people)
    )
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("Connections.csv", HEAD + rows + extra)
    return whole.getvalue()


def send_file(drop, data, name="archive.zip", piece=1000):
    """What the browser does with a file that is dropped."""
    drop._handle_custom_msg({"kind": "start", "id": "u", "name": name, "size": len(data)}, [])
    for at in range(0, len(data), piece):
        part = memoryview(data[at : at + piece])
        drop._handle_custom_msg({"kind": "piece", "id": "u", "at": at}, [part])


def intake(*people, **more):
    """An intake of these people, each a name or a row."""
    rows = [{"name": person} if isinstance(person, str) else person for person in people]
    counts = more.pop("counts", [("f", len(rows), len(rows), 0)])
    return make_intake({"people": rows}, more.pop("left_out", []), counts, **more)


def press(cards, key, name="open"):
    """Press a button of a card."""
    cards._handle_custom_msg({"kind": "press", "key": key, "name": name}, [])


def titles(cards):
    """The titles of the cards shown."""
    return [card["title"] for card in cards.shown["cards"]]


def cells(table):
    """What a list shows."""
    return [row["cells"] for row in table.view["rows"]]
