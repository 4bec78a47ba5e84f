//! Which period is looked at, and the way to set everyone's quota in it.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::quota::year_of;
use crate::domain::workspace::Table;
use crate::present::format;
use crate::present::goals::period::Kind;
use crate::present::goals::words::this_period;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonLink, Choice, Icon, IconButton, SegmentedField};

/// The tools of the page: the kind of period, the one before and after, quick fill.
#[component]
pub(super) fn PeriodPicker(desk: Desk, filling: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let kinds = Signal::derive(move || {
        let lang = lang.get();
        let name = |kind| match kind {
            Kind::Year => lang.goals_year(),
            Kind::Quarter => lang.goals_quarter(),
            Kind::Month => lang.goals_month(),
        };
        Kind::ALL.map(|kind| Choice::new(kind.as_str(), name(kind))).to_vec()
    });
    let kind = Signal::derive(move || Kind::of(period.get()).as_str().to_owned());
    let to = move |period: Period| app.go(Route::Goals(Some(period)));
    let start = move || app.peek(|it| it.settings().fiscal_start());
    let change_kind = move |name: String| {
        if let Some(kind) = Kind::named(&name) {
            to(kind.within(period.get_untracked(), app.today().get_untracked(), start()));
        }
    };
    let now = Memo::new(move |_| {
        let start: FiscalStart = app.view(&[Table::Settings], |it| it.settings().fiscal_start());
        Kind::of(period.get()).holding(app.today().get(), start)
    });
    let grid = move || Route::Quotas(year_of(period.get(), start())).href();
    view! {
        <div class="toolbar" data-testid="goals-period">
            <SegmentedField
                label=move || lang.get().goals_period_kind()
                choices=kinds
                value=kind
                on_change=change_kind
            />
            <span class="goals__period">
                <IconButton
                    icon=Icon::Back
                    label=move || lang.get().goals_earlier()
                    on_press=move || to(period.get_untracked().previous())
                    attr:data-testid="goals-earlier"
                />
                <h2 class="goals__period-name" aria-live="polite" data-testid="goals-period-name">
                    {move || format::period(lang.get(), period.get())}
                </h2>
                <IconButton
                    icon=Icon::Forward
                    label=move || lang.get().goals_later()
                    on_press=move || to(period.get_untracked().next())
                    attr:data-testid="goals-later"
                />
            </span>
            <Show when=move || now.get() != period.get()>
                <Button
                    label=move || this_period(lang.get(), period.get())
                    on_press=move || to(now.get_untracked())
                    attr:data-testid="goals-now"
                />
            </Show>
            <span class="toolbar__rest">
                <ButtonLink
                    icon=Icon::Table
                    label=move || lang.get().quotas_title()
                    href=grid
                    attr:data-testid="goals-to-grid"
                />
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().goals_fill()
                    on_press=move || filling.set(true)
                    attr:data-testid="goals-fill"
                />
            </span>
        </div>
    }
}
