//! The tools of the grid: which year, pasting, beginning from last year, what happens to the rest.

use leptos::prelude::*;

use super::split::SplitField;
use super::{Asking, Desk};
use crate::domain::calendar::Period;
use crate::domain::quota::Rest;
use crate::pages::common::PrintButton;
use crate::present::format;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonLink, Choice, Icon, IconButton, SegmentedField};

const STAYS: &str = "stays";
const MAKES_UP: &str = "makes-up";

/// What stands above the grid.
#[component]
pub(super) fn Tools(desk: Desk) -> impl IntoView {
    let Desk { app, lang, year, split, asking, .. } = desk;
    let to = move |by: i32| {
        app.go(Route::Quotas(Some(year.get_untracked() + by), split.get_untracked()));
    };
    view! {
        <div class="toolbar quotas__tools">
            <span class="goals__period">
                <IconButton
                    icon=Icon::Back
                    label=move || lang.get().quotas_year_before()
                    on_press=move || to(-1)
                    attr:data-testid="quotas-earlier"
                />
                <h2 class="goals__period-name" aria-live="polite" data-testid="quotas-year">
                    {move || format::period(lang.get(), Period::Year(year.get()))}
                </h2>
                <IconButton
                    icon=Icon::Forward
                    label=move || lang.get().quotas_year_after()
                    on_press=move || to(1)
                    attr:data-testid="quotas-later"
                />
            </span>
            <SplitField desk />
            <RestField desk />
            <span class="toolbar__rest">
                <Button
                    icon=Icon::Chart
                    label=move || lang.get().quotas_grow()
                    on_press=move || asking.set(Some(Asking::Grow))
                    attr:data-testid="quotas-grow"
                />
                <Button
                    icon=Icon::Import
                    label=move || lang.get().quotas_paste()
                    on_press=move || {
                        desk.pasted.set(String::new());
                        asking.set(Some(Asking::Paste));
                    }
                    attr:data-testid="quotas-paste"
                />
                <ButtonLink
                    icon=Icon::Goals
                    label=move || lang.get().quotas_to_goals()
                    href=Route::Goals(None).href()
                />
                <PrintButton />
            </span>
        </div>
    }
}

/// Whether the others stay when a cell is set, or make up for it.
#[component]
fn RestField(desk: Desk) -> impl IntoView {
    let Desk { lang, rest, .. } = desk;
    let choices = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new(STAYS, lang.quotas_rest_stays()),
            Choice::new(MAKES_UP, lang.quotas_rest_makes_up()),
        ]
    });
    let value = Signal::derive(move || match rest.get() {
        Rest::Stays => STAYS.to_owned(),
        Rest::MakesUp => MAKES_UP.to_owned(),
    });
    let change = move |name: String| {
        rest.set(if name == MAKES_UP { Rest::MakesUp } else { Rest::Stays });
    };
    view! {
        <span class="quotas__rest" data-testid="quotas-rest">
            <span aria-hidden="true">{move || lang.get().quotas_rest()}</span>
            <SegmentedField
                label=move || lang.get().quotas_rest()
                choices
                value
                on_change=change
            />
        </span>
    }
}
