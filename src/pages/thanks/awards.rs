//! The awards of a month, with their reasons.

use leptos::prelude::*;

use super::{Desk, Shown};
use crate::domain::calendar::Period;
use crate::domain::reward::Occasion;
use crate::present::format;
use crate::present::thanks::{AwardLine, TABLES, awards_view, last_month, months};
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonLink, Choice, Icon, IconView, SelectField};

#[component]
pub(super) fn Awards(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let chosen = RwSignal::new(None::<Period>);
    let month = Memo::new(move |_| chosen.get().unwrap_or_else(|| last_month(app.today().get())));
    let view = Memo::new(move |_| app.view(&TABLES, |it| awards_view(it, lang.get(), month.get())));
    let choices = move || {
        let months = months(lang.get(), app.today().get());
        months.into_iter().map(|(it, name)| Choice::new(it.to_string(), name)).collect::<Vec<_>>()
    };
    let row = move |line: AwardLine| view! { <Row desk month line /> };
    let none = move || view.read().lines.is_empty().then(|| lang.get().awards_none());
    view! {
        <section class="section" data-testid="thanks-awards">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().awards_title()}</h2>
            </div>
            <div class="thanks__month">
                <SelectField
                    label=move || lang.get().awards_month()
                    choices=Signal::derive(choices)
                    value=Signal::derive(move || month.get().to_string())
                    on_change=move |it: String| chosen.set(it.parse().ok())
                    attr:data-testid="awards-month"
                />
            </div>
            <p>{none}</p>
            <ul class="list">{move || view.read().lines.clone().into_iter().map(row).collect_view()}</ul>
            <p class="section__note">{move || lang.get().awards_note()}</p>
        </section>
    }
}

#[component]
fn Row(desk: Desk, month: Memo<Period>, line: AwardLine) -> impl IntoView {
    let Desk { app, lang, large, .. } = desk;
    let AwardLine { kind, title, who, given, reason } = line;
    let shown = Shown {
        title: title.to_owned(),
        text: who.clone(),
        value: reason.clone(),
        note: String::new(),
    };
    let show = move || {
        let note = format::period(lang.get_untracked(), month.get_untracked());
        large.set(Some(Shown { note, ..shown.clone() }));
    };
    let button = given.then(|| {
        view! {
            <Button
                icon=Icon::Eye
                label=move || lang.get().thanks_show()
                on_press=show
                attr:data-testid="award-show"
            />
        }
    });
    let named = StoredValue::new(who.clone());
    let points = move || {
        let occasion = Occasion::Award(month.get(), kind);
        (given && app.face().get().is_manager()).then(|| {
            view! {
                <ButtonLink
                    icon=Icon::Money
                    label=move || lang.get().rewards_give()
                    href=Route::Rewards(Some(occasion)).href()
                    attr:aria-label=move || lang.get().rewards_given_to(&named.read_value())
                />
            }
        })
    };
    view! {
        <li class="list__row" data-testid="award" data-kind=format!("{kind:?}")>
            <IconView icon=Icon::Won />
            <span class="list__main">
                <span class="list__note">{title}</span>
                <span class="list__name">{who}</span>
                <span class="list__note">{reason}</span>
            </span>
            {points}
            {button}
        </li>
    }
}
