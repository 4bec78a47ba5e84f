//! The other indicators that goals are set for in the period, and the way to set one.

use leptos::prelude::*;

use super::Desk;
use crate::domain::indicator::{Builtin, Measure};
use crate::present::indicators::TABLES;
use crate::present::indicators::goals::{MeasuredLine, lines};
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, Icon, IconView};

/// Indicators with goals, each a link to them.
#[component]
pub(super) fn OtherGoals(desk: Desk) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let found = Memo::new(move |_| {
        let (period, today) = (period.get(), app.today().get());
        app.view(&TABLES, |it| lines(it, lang.get(), period, today))
    });
    let row = move |MeasuredLine { measure, name, note, figure }: MeasuredLine| {
        let href = Route::Measured(period.get_untracked(), measure).href();
        view! {
            <li>
                <a class="list__row" href=href data-testid="measured-line">
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{note}</span>
                    </span>
                    <span class="list__figure">{figure}</span>
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    let count = Measure::Builtin(Builtin::WonCount);
    view! {
        <section class="section" data-testid="goals-others">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().measured_more()}</h2>
                <span class="actions">
                    <ButtonLink
                        icon=Icon::Table
                        label=move || lang.get().indicators_title()
                        href=Signal::derive(move || Route::Indicators.href())
                        attr:data-testid="goals-indicators"
                    />
                    <ButtonLink
                        icon=Icon::Plus
                        label=move || lang.get().measured_add()
                        href=Signal::derive(move || Route::Measured(period.get(), count).href())
                        attr:data-testid="goals-add-measured"
                    />
                </span>
            </div>
            <Show when=move || found.read().is_empty()>
                <p class="section__note">{move || lang.get().measured_more_none()}</p>
            </Show>
            <ul class="list">{move || found.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
