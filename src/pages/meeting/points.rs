//! Something that was brought up, in a row: settle it, change it, look where it comes from.

use leptos::prelude::*;

use super::quietly;
use crate::domain::id::MeetingPointId;
use crate::domain::meeting::{MeetingCommand, MeetingPoint, PointSort, Source};
use crate::i18n::Lang;
use crate::present::meeting::points::PointLine;
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::runtime::ticking::moment;
use crate::ui::{Badge, CheckField, Form, Icon, IconButton, IconView, Tone};

/// A row with its box to tick.
#[component]
pub(super) fn PointRow(
    line: PointLine,
    form: Form<MeetingPoint, Refusal>,
    editing: RwSignal<Option<MeetingPointId>>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let PointLine { id, sort, text, note, lacks, is_late, is_closed, source, answer } = line;
    let edit = move || {
        if let Some(point) = app.peek(|it| it.meeting_points.get(id).cloned()) {
            editing.set(Some(id));
            form.show(point);
        }
    };
    let settle = move |done: bool| {
        quietly(app, MeetingCommand::ClosePoint(id, done.then(moment)));
    };
    let named = text.clone();
    let name = match sort {
        PointSort::Decision => view! { <span class="list__name">{text}</span> }.into_any(),
        _ => view! { <CheckField label=text checked=is_closed on_change=settle /> }.into_any(),
    };
    let late = is_late.then(|| {
        let note = note.clone();
        view! { <Badge label=note tone=Tone::Warn icon=Icon::Clock /> }
    });
    let note = (!is_late).then_some(note);
    let lacking = (!lacks.is_empty()).then(|| {
        view! { <span data-testid="point-lacks"><Badge label=lacks tone=Tone::Warn icon=Icon::Warn /></span> }
    });
    let way = move |icon: Icon, name: fn(Lang) -> &'static str, href: String, test_id| {
        view! {
            <a
                class="icon-button"
                href=href
                aria-label=move || name(lang.get())
                title=move || name(lang.get())
                data-testid=test_id
            >
                <IconView icon />
            </a>
        }
    };
    let from = source.map(|it| {
        let href = match answer {
            Some(it) => Route::Survey(it.survey, Some(it.reply)).href(),
            None => href(&it),
        };
        way(Icon::Link, Lang::point_source, href, "point-source")
    });
    let deal = answer.and_then(|it| it.deal).map(|it| {
        let href = Route::Lead(it, BoardAddress::default()).href();
        way(Icon::Leads, Lang::point_deal, href, "point-deal")
    });
    view! {
        <li class="list__row point" data-testid="point" data-sort=sort.as_str() data-closed=is_closed.then_some("true")>
            <span class="list__main">
                {name}
                <span class="list__note">
                    <span class="point__sort">{move || lang.get().point_sort(sort)}</span>
                    " " {note} {late} " " {lacking}
                </span>
            </span>
            {deal}
            {from}
            <IconButton
                icon=Icon::Edit
                label=move || lang.get().point_edit(&named)
                on_press=edit
                attr:data-testid="point-edit"
            />
        </li>
    }
}

/// The address of what something comes from.
fn href(source: &Source) -> String {
    match source {
        Source::Lead(id) => Route::Lead(*id, BoardAddress::default()).href(),
        Source::Customer(_) => Route::Customers.href(),
        Source::Person(id) => Route::Person(*id).href(),
        Source::Page(address) => format!("#/{address}"),
    }
}
