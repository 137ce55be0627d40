"""What the fuzzer begins with, by format: small files that are read, and words that steer."""

import io
import zipfile

import xlsxwriter

_CONNECTIONS = (
    "Notes:\n\"When exporting your connection data, some emails may be missing.\"\n\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "أحمد,العتيبي,https://www.linkedin.com/in/ahmad-otaibi,,ندى المدى,مدير,08 Feb 2026\n"
    "Ø£Ø\xadÙ…Ø¯,\"Smith, PhD\",,a@example.org,Acme,,4-Apr-21\n"
    ",,,,,,07 Jun 2026\n"
)  # fmt: skip
_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
    "1,,Ahmad,https://www.linkedin.com/in/ahmad-otaibi,Me,https://www.linkedin.com/in/me,"
    "2025-06-01 14:03:22 UTC,,\"Hello, you\",INBOX\n"
)  # fmt: skip
_OLD_CARD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=D8=A3=D8=AD=\r\n"
    "=D9=85=D8=AF;;;\r\nTEL;CELL;PREF:0501234567\r\nPHOTO;ENCODING=BASE64;JPEG:\r\n /9j/4AAQ\r\n"
    "\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Omar\r\nEND:VCARD\r\nEND:VCARD\r\n"
)
_CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:العتيبي;أحمد;بن;د.;\nFN:د. أحمد العتيبي\nORG:ندى\\, المدى;قسم\n"
    "item1.EMAIL;TYPE=INTERNET:a@example.org\nitem1.X-ABLabel:_$!<Work>!$_\nBDAY:--0210\n"
    "item2.X-ABRELATEDNAMES:Omar\nitem2.X-ABLabel:_$!<Manager>!$_\nADR;HOME:;;a;جدة;;1;KSA\n"
    'TEL;TYPE="cell,voice":+966 50 123 4567\nNOTE:one\n two\nthree\nCATEGORIES:a,b\nUID:1\n'
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Omar;14;;\nEND:VCARD\n"
    "BEGIN:VCARD\nKIND:group\nFN:team\nMEMBER:urn:uuid:1\nRELATED;TYPE=x:urn:uuid:1\nEND:VCARD\n"
)
_GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Nickname,Birthday,Notes,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,"
    "Organization 1 - Title,Website 1 - Type,Website 1 - Value\n"
    "أحمد العتيبي,أحمد,,العتيبي,,--02-10,x,* myContacts ::: Work,* Work,a@example.org ::: "
    "b@example.org,Mobile,0501234567,ندى,مدير,,https://example.org\n"
)
_GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,"
    "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
    "Sara,,Ali,,د.,,,,Acme,Lead,Sales,1990-02-10,,,* myContacts,,s@example.org,Mobile,+20 100\n"
)
_OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business City,Business Phone,Mobile Phone,Birthday,Categories,E-mail Address,E-mail Type,"
    "E-mail Display Name,Notes,Web Page\n"
    "د.,سارة,,علي,,شركة,,مدير,شارع,جدة,011,0501234567,2/10/1990,a;b,s@example.org,SMTP,سارة,,\n"
)
_OUTLOOK_WEB = (
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Notes,"
    "E-mail Address,Home Phone,Company\nSara,,Ali,,,,example.org,,0/0/00,,s@example.org,1,Acme\n"
)
_TABLE = "الاسم;الجوال;البريد;الجهة\nأحمد العتيبي;٠٥٠١٢٣٤٥٦٧;a@example.org;ندى\nسارة;;;\n"
_PASTED = "أحمد العتيبي - 0501234567\nSara Ali <sara@example.org>\n• عمر، مدير، شركة الندى\n"


def _zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("_", ".")), text.encode())
    return packed.getvalue()


def _workbook() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(_TABLE.splitlines()):
            sheet.write_row(row, 0, line.split(";"))
    return packed.getvalue()


SEEDS: dict[str, list[bytes]] = {
    "linkedin": [
        _CONNECTIONS.encode(),
        _MESSAGES.encode(),
        _zipped(Connections_csv=_CONNECTIONS, messages_csv=_MESSAGES),
    ],
    "vcard": [
        _OLD_CARD.encode(),
        _CARD.encode(),
        _CARD.encode("utf-16"),
        _CARD.encode("cp1256"),
        _zipped(a_vcf=_CARD, b_vcf=_OLD_CARD),
    ],
    "google": [_GOOGLE_OLD.encode(), _GOOGLE_NEW.encode()],
    "outlook": [_OUTLOOK.encode(), _OUTLOOK.encode("cp1256"), _OUTLOOK_WEB.encode()],
    "spreadsheet": [_TABLE.encode(), _TABLE.replace(";", "\t").encode("utf-16"), _workbook()],
    "pasted": [_PASTED.encode(), _PASTED.encode("utf-16")],
}

# Words of libFuzzer's dictionary: its own mutations seldom make them.
WORDS: dict[str, list[str]] = {
    "linkedin": ["First Name", "Connected On", "From", "Sent At", "Direction", '"', "PK\\x03\\x04"],
    "vcard": [
        *("BEGIN:VCARD", "END:VCARD", ";ENCODING=QUOTED-PRINTABLE", ";ENCODING=BASE64", "=\\x0a"),
        *("item1.", "X-ABLabel:", "_$!<", ">!$_", ";CHARSET=", "WINDOWS-1256", ";TYPE=", "AGENT:"),
        *("ADR:", "BDAY:", "N:", "ORG:", "\\x0a ", "\\\\n", "X-ANDROID-CUSTOM:", "KIND:group"),
        *(
            "TEL;X-CUSTOM(CHARSET=",
            "MEMBER:",
            "RELATED:",
            "UID:",
            "IMPP:",
            "URL:",
            "PHOTO:",
            "SOUND;X-IRMC-N:",
            "urn:uuid:",
        ),
    ],
    "google": ["E-mail 1 - Value", "Phone 2 - Value", " ::: ", "* ", "Given Name", "Labels"],
    "outlook": ["E-mail 2 Address", "Mobile Phone", "Categories", "Birthday", "0/0/00"],
    "spreadsheet": ["\\x09", ";", "الاسم", "الجوال", '"', "0501234567"],
    "pasted": ["<", ">", "@example.org", " - ", "، ", "\\x0a", "+966"],
}
