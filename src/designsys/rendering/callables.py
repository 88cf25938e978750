"""The checked callable that a service's template calls in place of a macro.

It binds and checks the arguments against the contract, then calls the compiled macro.
It neither finds templates nor writes HTML.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable
from typing import Any, Literal

from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from designsys.catalogue import Component, Parameter
from designsys.errors import nearest
from designsys.rendering.contract_error import ContractError, caller_place
from designsys.rendering.environment import PrivateEnvironment
from designsys.rendering.values import CHECKS, Check

__all__ = ["CheckMode", "ComponentCallable"]

CheckMode = Literal["error", "log", "off"]

_logger = logging.getLogger("designsys")


class Reporter:
    """Says what happens to a fault: raise it, log it once a call site, or let it pass.

    :param component: the component's name.
    :param mode: ``"error"``, ``"log"`` or ``"off"``.
    """

    def __init__(self, component: str, mode: CheckMode) -> None:
        self.component = component
        self.mode = mode
        self._logged: set[tuple[object, ...]] = set()

    def refuse(
        self,
        parameter: str,
        given: object,
        *,
        en: str,
        ja: str,
        allowed: tuple[str, ...] = (),
        near: str | None = None,
    ) -> Any:
        """Raise in ``"error"``; give ``missing``, so that the default is taken, in ``"log"``; the value in ``"off"``."""
        if self.mode == "off":
            return given
        place = caller_place()
        error = ContractError(
            en=en,
            ja=ja,
            component=self.component,
            parameter=parameter,
            given=given,
            allowed=allowed,
            near=near,
            place=place,
        )
        if self.mode == "error":
            raise error
        site = (place, parameter, en)
        if site not in self._logged:
            self._logged.add(site)
            _logger.warning("%s", error)
        return missing

    def require(self, parameter: str, given: object, *, en: str, ja: str) -> None:
        """Raise, whatever the mode: without this the control would have no name, or not be sent."""
        raise ContractError(
            en=en, ja=ja, component=self.component, parameter=parameter, given=given, place=caller_place()
        )


class ComponentCallable(Reporter):
    """One component as a service's templates call it.

    :param environment: the private environment, with the catalogue.
    :param component: the component's name. Its contract is read and its macro compiled at the first call.
    :param mode: what becomes of a fault; a missing label or name raises in every mode.
    """

    def __init__(self, environment: PrivateEnvironment, component: str, mode: CheckMode) -> None:
        super().__init__(component, mode)
        self._environment = environment
        self._macro: Macro | None = None

    def __repr__(self) -> str:
        return f"<designsys component {self.component}>"

    def _prepare(self) -> Macro:
        contract: Component = self._environment.catalogue[self.component]
        parameters = contract.parameters
        self._parameters = contract.by_name
        self._bindings: dict[str, tuple[int, Check, Parameter]] = {
            parameter.name: (index, CHECKS[parameter.type], parameter)
            for index, parameter in enumerate(parameters)
        }
        self._positional = tuple(parameter.name for parameter in parameters if parameter.positional)
        self._required = tuple(
            (i, parameter.name) for i, parameter in enumerate(parameters) if parameter.required
        )
        self._blank = [missing] * len(parameters)
        place = {name: binding[0] for name, binding in self._bindings.items()}
        # A control has a name of its own, or wraps the one that it is ``for``; a group of questions has neither.
        asks = {"required", "optional"} <= place.keys() and ("name" in place or "for" in place)
        self._mark_flags = (place["required"], place["optional"]) if asks else None
        self._fixed_flags = tuple(place[name] for name in ("readonly", "disabled") if name in place)
        self._marks = place.get("marks")
        # Set last: another thread that sees the macro must see the rest too.
        self._macro = macro = self._environment.macro(self.component)
        return macro

    def __call__(self, *args: Any, caller: Macro | None = None, **kwargs: Any) -> Markup | Awaitable[Markup]:
        """Check the arguments and render.

        :param args: the contract's positional parameters, in its order.
        :param caller: the body of ``{% call %}``; rendered once, after the checks.
        :raises ContractError: when the call breaks the contract.
        """
        macro = self._macro or self._prepare()
        arguments = self._blank.copy()
        if args:
            self._bind_positional(args, kwargs, arguments)
        bindings = self._bindings
        for name, value in kwargs.items():
            if value is None:
                continue
            binding = bindings.get(name)
            if binding is None:
                self._unknown(name, value)
                continue
            index, check, parameter = binding
            arguments[index] = check(value, parameter, self, name)
        if self._mark_flags is not None and self._environment.marks.completes():
            required, optional = self._mark_flags
            # What nobody can answer is not optional.
            if not any(arguments[index] is True for index in (required, *self._fixed_flags)):
                arguments[optional] = True
        if caller is not None:
            return self._with_body(macro, arguments, caller)
        for index, name in self._required:
            if arguments[index] is missing:
                self._lacks(name)
        return macro(*arguments)  # type: ignore[return-value]

    def _bind_positional(self, args: tuple[Any, ...], kwargs: dict[str, Any], arguments: list[Any]) -> None:
        if len(args) > len(self._positional):
            names = ", ".join(self._positional) or "-"
            self.refuse(
                "",
                args[len(self._positional)],
                en=f"takes {len(self._positional)} values without a name ({names}), not {len(args)}; name the others.",
                ja=f"名前なしで渡せる値は {len(self._positional)} 個（{names}）です。{len(args)} 個あります。残りは名前を付けてください。",
            )
        for name, value in zip(self._positional, args, strict=False):
            if name in kwargs:
                self.refuse(
                    name, kwargs[name], en=f"'{name}' is given twice.", ja=f"「{name}」が2回渡されています。"
                )
            if value is not None:
                index, check, parameter = self._bindings[name]
                arguments[index] = check(value, parameter, self, name)

    def _unknown(self, name: str, value: object) -> None:
        near = nearest(name, self._bindings)
        self.refuse(
            name,
            value,
            en=f"there is no parameter '{name}'" + (f"; did you mean '{near}'?" if near else "."),
            ja=f"「{name}」という引数はありません。" + (f"「{near}」のことですか。" if near else ""),
            allowed=tuple(self._bindings),
            near=near,
        )

    def _lacks(self, name: str) -> None:
        self.require(name, None, en=f"'{name}' is required.", ja=f"「{name}」は省けません。")

    def _with_body(self, macro: Macro, arguments: list[Any], caller: Macro) -> Markup | Awaitable[Markup]:
        binding = self._bindings.get("content")
        if binding is None:
            self.refuse(
                "content",
                None,
                en="takes no body; call it without {% call %}.",
                ja="中身を取りません。{% call %} を使わずに呼んでください。",
            )
            return macro(*arguments)  # type: ignore[return-value]
        index = binding[0]
        for position, name in self._required:
            if arguments[position] is missing and position != index:
                self._lacks(name)
        policy = None if self._marks is None else arguments[self._marks]
        within = self._environment.marks.within
        with within(None if policy is missing else policy):
            body: Any = caller()
        if inspect.isawaitable(body):

            async def render() -> Markup:
                with within(None if policy is missing else policy):
                    arguments[index] = Markup(await body)
                return macro(*arguments)  # type: ignore[return-value]

            return render()
        arguments[index] = Markup(body)
        return macro(*arguments)  # type: ignore[return-value]
