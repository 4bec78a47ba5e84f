//! Settings: what holds for the team, and what this tablet remembers for itself. Each change of
//! the team's settings is one step that can be undone.

mod currency;
mod days;
mod rates;
mod tablet;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::settings::Settings;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::settings::{DayList, parse_ramp, ramp_words, working_days_of_year};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{Choice, Icon, IconView, SelectField, TextField};
use currency::CurrencyField;
use days::Days;
use rates::RatesSection;
use tablet::Tablet;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    settings: Memo<Settings>,
}

impl Desk {
    /// Changes the settings by one step.
    fn change(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.app.act(Command::SaveSettings(Box::new(settings)));
    }
}

/// The settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let settings = Memo::new(move |_| app.view(&[Table::Settings], |it| it.settings()));
    let desk = Desk { app, lang, settings };
    view! {
        <div class="content content--narrow settings" data-testid="settings-page">
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().settings_team()}</h2>
                </div>
                <div class="form">
                    <TeamName desk />
                    <CurrencyField desk />
                </div>
            </section>
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().settings_calendar()}</h2>
                    <WorkingDays desk />
                </div>
                <div class="form">
                    <FiscalMonth desk />
                    <Days desk list=DayList::Off />
                    <Days desk list=DayList::Worked />
                    <RampField desk />
                </div>
            </section>
            <RatesSection desk />
            <SetUp desk />
            <Tablet desk />
        </div>
    }
}

/// The ways to what has a page of its own.
#[component]
fn SetUp(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().settings_leads()}</h2>
            </div>
            <div class="list">
                <a class="list__row" href=Route::Pipelines.href() data-testid="settings-pipelines">
                    <IconView icon=Icon::Board />
                    <span class="list__main">
                        <span class="list__name">{move || lang.get().pipelines_title()}</span>
                        <span class="list__note">{move || lang.get().pipelines_note()}</span>
                    </span>
                    <IconView icon=Icon::Forward />
                </a>
            </div>
        </section>
    }
}

/// The team's name; kept when the field is left.
#[component]
fn TeamName(desk: Desk) -> impl IntoView {
    let Desk { lang, settings, .. } = desk;
    let typed = RwSignal::new(None::<String>);
    let value = move || typed.get().unwrap_or_else(|| settings.read().name.clone());
    let keep = move || {
        let Some(name) = typed.try_get_untracked().flatten() else { return };
        typed.set(None);
        let name = name.trim().to_owned();
        desk.change(|settings| settings.name = name);
    };
    view! {
        <div on:focusout=move |_| keep()>
            <TextField
                label=move || lang.get().settings_team_name()
                value=Signal::derive(value)
                on_input=move |text| typed.set(Some(text))
                on_enter=keep
                attr:data-testid="settings-name"
            />
        </div>
    }
}

#[component]
fn FiscalMonth(desk: Desk) -> impl IntoView {
    let Desk { lang, settings, .. } = desk;
    let months = Signal::derive(move || {
        let name = |month: u8| Choice::new(month.to_string(), lang.get().month_name(month));
        (1..=12).map(name).collect()
    });
    let change = move |month: String| {
        desk.change(|settings| settings.fiscal_month = month.parse().ok());
    };
    view! {
        <SelectField
            label=move || lang.get().settings_fiscal()
            hint=Signal::derive(move || lang.get().settings_fiscal_hint().to_owned())
            choices=months
            value=Signal::derive(move || settings.read().fiscal_start().month().to_string())
            on_change=change
            attr:data-testid="settings-fiscal"
        />
    }
}

/// What joiners carry in their first months; kept when the field is left, where it is a ramp.
#[component]
fn RampField(desk: Desk) -> impl IntoView {
    let Desk { lang, settings, .. } = desk;
    let typed = RwSignal::new(None::<String>);
    let stored = move || ramp_words(lang.get(), &settings.read().ramp_shares());
    let value = move || typed.get().unwrap_or_else(stored);
    let wrong = move || {
        let is_wrong = typed.read().as_ref().is_some_and(|it| parse_ramp(it).is_none());
        is_wrong.then(|| lang.get().settings_ramp_bad().to_owned())
    };
    let keep = move || {
        let Some(ramp) = typed.try_get_untracked().flatten().and_then(|it| parse_ramp(&it)) else {
            return;
        };
        typed.set(None);
        desk.change(|settings| settings.ramp = ramp);
    };
    view! {
        <div on:focusout=move |_| keep()>
            <TextField
                label=move || lang.get().settings_ramp()
                hint=Signal::derive(move || lang.get().settings_ramp_hint().to_owned())
                value=Signal::derive(value)
                on_input=move |text| typed.set(Some(text))
                on_enter=keep
                error=Signal::derive(wrong)
                attr:data-testid="settings-ramp"
            />
        </div>
    }
}

/// What the calendar comes to: working days of this fiscal year.
#[component]
fn WorkingDays(desk: Desk) -> impl IntoView {
    let Desk { app, lang, settings } = desk;
    let words = move || {
        let (lang, settings) = (lang.get(), settings.read());
        let (year, days) = working_days_of_year(&settings, app.today().get());
        let year = format::period(lang, year);
        match settings.fiscal_start().month() {
            1 => lang.settings_working_days(&year, days),
            _ => lang.settings_working_days(&lang.settings_fiscal_year(&year), days),
        }
    };
    view! { <span class="section__note" data-testid="settings-working-days">{words}</span> }
}
