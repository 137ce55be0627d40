"""A room that can be stopped and started, and the tabs of those who are in it."""

from contextlib import ExitStack, suppress

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

from served import free_port, serve_room
from shabakati.language import current_language, say, use

PATIENCE = 60_000  # ms; a cold machine is slow, a broken page slower still


class Room:
    """A room that can be stopped and started at the same address."""

    def __init__(self, folder):
        self.folder, self._open = folder, ExitStack()
        self.port = free_port()
        self.start()

    def start(self):
        options = ("--port", str(self.port), "--ready", "2")
        self.served = self._open.enter_context(serve_room(self.folder, *options))
        assert self.served.address.endswith(f":{self.port}/")

    def stop(self):
        self._open.close()


class Tab:
    """A participant's tab."""

    def __init__(self, context, room, size=(1440, 900)):
        self.page, self.room = context.new_page(), room
        self.page.set_default_timeout(PATIENCE)
        self.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, language, step="00_start_here"):
        use(language)
        self.page.goto(f"{self.room.served.address}?lang={language}#{step}")
        self.settle(step)

    def again(self, step="00_start_here"):
        # A page that has noticed what happened to its kernel may be quicker than we are.
        with suppress(Error):
            self.page.reload()
        self.settle(step)

    def settle(self, step):
        self.page.wait_for_selector("#loading", state="detached")
        self.page.wait_for_selector(f'.sh-bar[lang="{current_language()}"]')
        self.page.wait_for_selector(f'[data-key="{step}"][aria-current]')
        self.page.wait_for_function("document.querySelector('#rendered_cells:not([inert])')")
        self.page.wait_for_selector('.sh-kept-said:not([data-phase="asking"]), .sh-kept-away')

    def go(self, step):
        self.page.click(f'[data-key="{step}"]')
        self.page.wait_for_selector(f'[data-key="{step}"][aria-current]')

    def press(self, key):
        self.page.get_by_role("button", name=say(key), exact=True).locator("visible=true").click()

    def do(self, key):
        """Press a button of what is said of the book's keeping."""
        self.page.click(f'.sh-keeper [data-key="{key}"]')

    def phase(self, phase):
        self.page.wait_for_selector(f'.sh-keeper [data-phase="{phase}"]')
        return self.page.locator(".sh-kept-said").inner_text()

    def name(self):
        return self.page.get_by_label(say("schema.profile.name"), exact=True).first

    def write(self, name):
        """Say who one is, and wait until it is said to be kept."""
        before = self.page.locator(".sh-kept-said").get_attribute("data-at")
        self.name().fill(name)
        self.press("forms.profile.save")
        self.page.wait_for_selector(f'[data-phase="kept"]:not([data-at="{before}"])')

    def reads(self, name):
        self.page.wait_for_function(
            "(name) => [...document.querySelectorAll('input')]"
            ".some((input) => input.checkVisibility() && input.value === name)",
            arg=name,
        )

    def barriers(self):
        found = Axe().run(self.page).response["violations"]
        return [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found]
