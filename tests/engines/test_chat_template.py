"""Templates from models: theirs, none, odd ones, hostile ones."""

from __future__ import annotations

import pytest

from garita.engines.chat_template import FALLBACK_NAME, ChatTemplate
from garita.errors import TemplateInvalid
from garita.library.random_model import CHATML
from garita.messages import ChatMessage

TALK = [ChatMessage("system", "Reglas"), ChatMessage("user", "Hola"), ChatMessage("assistant", "Buenas")]
NO_SYSTEM = (
    "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
    "{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('must alternate') }}{% endif %}"
    "[{{ m.role }}]{{ m.content }}{% endfor %}{% if add_generation_prompt %}[assistant]{% endif %}"
)
HOSTILE = {
    "attributes": "{{ messages.__class__.__base__.__subclasses__() }}" + CHATML,
    "method": "{{ ''.__class__.mro() }}" + CHATML,
    "format": "{{ '{0.__class__}'.format(messages) }}{{ '%099999d' % 1 }}" + CHATML,
    "product": "{% set x = 'a' * 10000000000 %}" + CHATML,
    "power": "{% set x = 10 ** 10000000 %}" + CHATML,
    "range": "{% for i in range(1000000000) %}{% endfor %}" + CHATML,
    "output": "{% for i in range(90000) %}{{ 'a' * 1000 }}{% endfor %}" + CHATML,
    "doubling": "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    + CHATML,
    "import": "{% import 'os' as os %}" + CHATML,
    "change": "{% set _ = messages.append('x') %}" + CHATML,
}


def _make(text: str | None) -> ChatTemplate:
    return ChatTemplate(text, path="model.gguf", bos="<s>", eos="</s>")


def test_the_models_own_template() -> None:
    template = _make(CHATML)
    assert template.source == "model"
    assert template.render(TALK[:2], ask=True) == (
        "<|im_start|>system\nReglas<|im_end|>\n<|im_start|>user\nHola<|im_end|>\n<|im_start|>assistant\n"
    )


def test_a_file_without_one_gets_a_named_fallback() -> None:
    template = _make(None)
    assert (template.source, template.name) == ("fallback", FALLBACK_NAME)
    assert template.render(TALK, ask=True) == _make(CHATML).render(TALK, ask=True)


def test_a_template_that_refuses_system_messages_gets_them_in_the_first_user_message() -> None:
    assert _make(NO_SYSTEM).render(TALK, ask=True) == "[user]Reglas\n\nHola[assistant]Buenas[assistant]"


def test_strict_turns_for_a_template_that_wants_them() -> None:
    talk = [TALK[2], TALK[1], ChatMessage("user", "¿Sí?")]
    assert _make(NO_SYSTEM).render(talk, ask=False) == "[user]...[assistant]Buenas[user]Hola\n\n¿Sí?"


def test_a_template_that_swallows_system_messages_counts_as_refusing_them() -> None:
    swallowing = CHATML.replace("{{ '<|im_start|>'", "{% if message.role != 'system' %}{{ '<|im_start|>'").replace(
        "'<|im_end|>\n' }}", "'<|im_end|>\n' }}{% endif %}"
    )
    assert "Reglas" in _make(swallowing).render(TALK, ask=True)


def test_helpers_that_published_templates_use() -> None:
    text = (
        "{{ bos_token }}{% generation %}{{ strftime_now('%Y') }}{% endgeneration %}{{ {'ñ': 1} | tojson }}"
        "{% for m in messages %}{% if m.content == 'nada' %}{% continue %}{% endif %}{{ m.content }}{% endfor %}"
    )
    rendered = _make(text).render(TALK, ask=True)
    assert rendered.startswith("<s>20")
    assert '{"ñ": 1}' in rendered


@pytest.mark.parametrize(
    "text", ["{% for %}", "{{ nada.de.nada }}", "{{ 1 / 0 }}", "fijo", "{{ messages[0].content }}"]
)
def test_broken_ones_get_a_clear_error(text: str) -> None:
    with pytest.raises(TemplateInvalid) as caught:
        _make(text)
    assert caught.value.facts["path"] == "model.gguf"
    assert caught.value.facts["problem"]


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_ones_are_refused(name: str) -> None:
    with pytest.raises(TemplateInvalid):
        _make(HOSTILE[name])
