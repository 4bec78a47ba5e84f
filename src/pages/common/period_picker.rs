//! Which period is looked at: its kind, the one before and after, and the way back to now.

use leptos::prelude::*;

use super::PrintButton;
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::workspace::Table;
use crate::present::format;
use crate::present::goals::period::Kind;
use crate::present::goals::words::this_period;
use crate::runtime::app::{App, use_app};
use crate::ui::{Button, Choice, Icon, IconButton, SegmentedField};

/// The quarter that holds today.
pub fn current_quarter(app: App) -> Period {
    let today = app.today().get();
    app.view(&[Table::Settings], |it| it.settings().fiscal_start().quarter_of(today))
}

/// The period, and what else stands in the row of tools.
#[component]
pub fn PeriodPicker(
    /// The period that is looked at.
    period: Memo<Period>,
    /// Tells which period is to be looked at.
    #[prop(into)]
    on_change: Callback<Period>,
    /// What stands at the end of the row.
    children: Children,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
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
    let to = move |period: Period| on_change.run(period);
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
                    slow=true
                    on_press=move || to(period.get_untracked().previous())
                    attr:data-testid="goals-earlier"
                />
                <h2 class="goals__period-name" aria-live="polite" data-testid="goals-period-name">
                    {move || format::period(lang.get(), period.get())}
                </h2>
                <IconButton
                    icon=Icon::Forward
                    label=move || lang.get().goals_later()
                    slow=true
                    on_press=move || to(period.get_untracked().next())
                    attr:data-testid="goals-later"
                />
            </span>
            <Show when=move || now.get() != period.get()>
                <Button
                    label=move || this_period(lang.get(), period.get())
                    slow=true
                    on_press=move || to(now.get_untracked())
                    attr:data-testid="goals-now"
                />
            </Show>
            <span class="toolbar__rest">{children()} <PrintButton /></span>
        </div>
    }
}
