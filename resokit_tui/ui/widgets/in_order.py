"""Keys of a widget that also takes letters: done in the order in which they were pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.widget import Widget
else:
    Widget = object  # a second DOM node among the bases would hide the styles of the first


class InOrder(Widget):
    """Runs its own bound keys at once.

    Textual hands a letter to the widget straight away, but runs a binding only after the key has travelled up to the
    app. On a slow line, or with a fast typist, the letters after an Enter would arrive before it: two names became one.
    """

    async def _on_key(self, event: events.Key) -> None:
        """Runs the action of a key that is bound here."""
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.stop()
            event.prevent_default()
            await self.app.run_action(binding.action, self)
            return
