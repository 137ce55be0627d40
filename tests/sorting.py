"""Three hundred invented people as LinkedIn exports them, and what each truly is to one person."""

import random

ME = {
    "name": "Hala Rifai",
    "organisation": "Nada Al-Mada Telecom",
    "role": "Customer service coordinator",
    "past_organisations": ["Darb Al-Sununu Delivery", "Qaranful Store"],
    "schools": ["Wadi Al-Rayhan University"],
}
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NAMES = (
    ("Ahmad Sara Omar Layla Yousef Huda Khalid Mona Fahad Noura Ziad Reem Tariq Maha Salma",
     "Haddad Otaibi Qasim Ghamdi Shammari Najjar Sabbagh Mansour Ali Harbi Issa Taher"),
    ("سلمى طارق مها زياد ريم أحمد سارة عمر ليلى يوسف هدى خالد منى فهد نورة",
     "العلي الحربي حداد العتيبي قاسم الغامدي الشمري النجار الصباغ منصور عيسى طاهر"),
)  # fmt: skip
# organisation (spellings), what most there are, roles, how many
PLACES = [
    (["Nada Al-Mada Telecom", "ندى المدى للاتصالات"], "current_colleague", 42),
    (["Darb Al-Sununu Delivery", "Darb Al-Sununu Delivery LLC"], "former_colleague", 38),
    (["Qaranful Store"], "former_colleague", 22),
    (["Wadi Al-Rayhan University"], "classmate", 26),
    (["Amal Volunteers Association"], "association_member", 14),
    (["Kawkab Retail", "كوكب للتجزئة"], "former_colleague", 24),
    (["Nahr Consulting"], "former_colleague", 18),
    (["Sidra Bank", "Sidra Bank - Riyadh"], "former_colleague", 15),
    (["Bayan Software"], "classmate", 12),
    (["Tamkeen Club"], "association_member", 10),
    (["Rawabi Energy"], "friend", 8),
    (["Masar Logistics"], "former_colleague", 7),
    *((["Jisr Engineering", "Afaq Insurance", "Dar Contracting", "Waha Bank"][i : i + 1],
       ["classmate", "friend", "former_colleague", "former_colleague"][i], 4) for i in range(4)),
]  # fmt: skip
ODD = 0.08  # of those at a place, how many are something else
OTHERS = ["friend", "classmate", "former_colleague", "family"]
ROLES = ["Engineer", "Sales Manager", "Accountant", "HR Specialist", "Analyst", "محاسب", ""]


def invented(count=300, seed=7):
    """Rows of `Connections.csv` and the truth: `(csv, {name: relation})`; always the same."""
    chance = random.Random(seed)
    pools = [[part.split() for part in pool] for pool in NAMES]
    names = [f"{first} {last}" for firsts, lasts in pools for first in firsts for last in lasts]
    chance.shuffle(names)
    people = [
        (chance.choice(spellings), relation if chance.random() > ODD else chance.choice(OTHERS))
        for spellings, relation, many in PLACES
        for _ in range(many)
    ]
    alone = ["", "Freelance", *(f"{word} Trading" for word in ("Noor", "Burj", "Reem", "Ward"))]
    while len(people) < count:
        people.append((chance.choice(alone), chance.choice(OTHERS)))
    chance.shuffle(people)
    rows, truth = [], {}
    for i, (where, relation) in enumerate(people[:count]):
        name = names[i]
        first, _, last = name.partition(" ")
        role = chance.choice(ROLES)
        role = "Student" if "University" in where and chance.random() < 0.5 else role
        truth[name] = relation
        rows.append(f"{first},{last},https://www.linkedin.com/in/p{i},,{where},{role},01 Jan 2024")
    return HEAD + "\n".join(rows) + "\n", truth
