//! The fair-quota X-ray: who carries too much or too little of a period, before quotas are
//! announced, and what would be level.

use leptos::prelude::*;

use crate::domain::behind::Behind;
use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::fair::{By, Verdict};
use crate::domain::id::PersonId;
use crate::domain::quota::{Edit, Split, year_of};
use crate::i18n::Lang;
use crate::pages::common::{CertificateDialog, PeriodPicker, current_quarter};
use crate::present::fair::certificate::{FairFigure, certificate};
use crate::present::fair::{FairRow, FairView, TABLES, fair};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{
    BarRow, Button, ButtonKind, ButtonLink, ChartFrame, Choice, Column, EmptyPicture, EmptyState,
    Figure, Icon, IntervalBars, SelectField, Table, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    period: Memo<Period>,
    by: RwSignal<By>,
    view: Memo<Option<FairView>>,
    /// The figure that is being explained, and whose it is.
    explained: RwSignal<Option<(PersonId, FairFigure)>>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let (lang, by) = (app.lang(), RwSignal::new(By::All));
        let period = Memo::new(move |_| match &*app.route().read() {
            Route::Fair(Some(period)) => *period,
            _ => current_quarter(app),
        });
        let view = Memo::new(move |_| {
            let (asked, today) = ((period.get(), by.get()), app.today().get());
            app.view(&TABLES, |it| fair(it, lang.get(), asked, today))
        });
        Desk { app, lang, period, by, view, explained: RwSignal::new(None) }
    }

    fn rows(self) -> Vec<FairRow> {
        self.view.read().as_ref().map(|it| it.rows.clone()).unwrap_or_default()
    }

    fn part(self, read: fn(&FairView) -> &String) -> String {
        self.view.read().as_ref().map(|it| read(it).clone()).unwrap_or_default()
    }

    /// Takes level quotas into the grid, as one step.
    fn take(self, edits: Vec<Edit>) {
        let year = self.view.read_untracked().as_ref().map(|it| it.year);
        if let Some(year) = year {
            self.app.act(Command::EditQuotas(year, Split::People, edits));
        }
    }
}

/// The X-ray of the period in the address.
#[component]
pub fn FairPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { app, lang, period, view, .. } = desk;
    let grid = Signal::derive(move || {
        let start = app.peek(|it| it.settings().fiscal_start());
        Route::Quotas(year_of(period.get(), start), Split::People).href()
    });
    let link = move || {
        view! {
            <ButtonLink
                icon=Icon::Table
                label=move || lang.get().quotas_title()
                href=grid
                attr:data-testid="fair-to-grid"
            />
        }
    };
    let empty = move || {
        let sentence = move || lang.get().fair_none(&format::period(lang.get(), period.get()));
        view! { <EmptyState picture=EmptyPicture::Table sentence>{link()}</EmptyState> }
    };
    view! {
        <div class="content goals" data-testid="fair-page">
            <PeriodPicker period on_change=move |it| app.go(Route::Fair(Some(it)))>
                {link()}
            </PeriodPicker>
            <Show when=move || view.read().is_some() fallback=empty>
                <Headline desk />
                <Picture desk />
                <Levels desk />
            </Show>
        </div>
        <Explained desk />
    }
}

/// How the figure that was tapped was computed.
#[component]
fn Explained(desk: Desk) -> impl IntoView {
    let Desk { app, lang, period, explained, .. } = desk;
    let found = Memo::new(move |_| {
        let (asked, of) = ((period.get(), app.today().get()), explained.get()?);
        app.view(&TABLES, |it| certificate(it, lang.get(), asked, of))
    });
    let amount = move |record: Behind| {
        let Behind::Lead(id) = record else { return None };
        let added = found.read().as_ref().and_then(|it| it.1.get(&id).copied());
        added.map(|it| format::money(lang.get_untracked(), it))
    };
    view! {
        <CertificateDialog
            paper=Memo::new(move |_| found.read().as_ref().map(|it| it.0.clone()))
            others=Memo::new(|_| Vec::new())
            amount=Callback::new(amount)
            on_close=move |()| explained.set(None)
        />
    }
}

/// A figure of a person that opens how it was computed.
#[component]
fn PersonFigure(
    desk: Desk,
    person: PersonId,
    figure: FairFigure,
    label: String,
    value: String,
) -> impl IntoView {
    view! {
        <Figure
            value=move || value.clone()
            label=move || label.clone()
            on_explain=move |()| desk.explained.set(Some((person, figure)))
        />
    }
}

/// Who carries too much or too little, and by what that is measured.
#[component]
fn Headline(desk: Desk) -> impl IntoView {
    let Desk { lang, by, view, .. } = desk;
    let sentences = move || {
        let view = view.read();
        let sentences = view.as_ref().map(|it| it.sentences.clone()).unwrap_or_default();
        sentences.join(" ")
    };
    let choices = Signal::derive(move || {
        By::ALL.map(|it| Choice::new(it.as_str(), lang.get().fair_yardstick(it))).to_vec()
    });
    let choose = move |name: String| {
        by.set(By::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or(By::All));
    };
    view! {
        <section class="headline">
            <p class="headline__sentence" data-testid="fair-sentence">{sentences}</p>
            <div class="goals__measure">
                <SelectField
                    label=move || lang.get().fair_by()
                    choices
                    value=Signal::derive(move || by.get().as_str().to_owned())
                    on_change=choose
                    attr:data-testid="fair-by"
                />
            </div>
        </section>
    }
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::TooMuch => Tone::Warn,
        Verdict::TooLittle => Tone::Accent,
        Verdict::Level | Verdict::Unsure | Verdict::Unknown => Tone::Plain,
    }
}

/// The index of each person with what it lies between; the table has every yardstick.
#[component]
fn Picture(desk: Desk) -> impl IntoView {
    let Desk { lang, .. } = desk;
    let bars = Signal::derive(move || {
        let bar = |it: FairRow| BarRow {
            name: it.name,
            shown: it.shown,
            bar: it.bar,
            tone: tone(it.verdict),
        };
        desk.rows().into_iter().map(bar).collect::<Vec<_>>()
    });
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let first = Column::text("who", lang.goals_who());
        let sticks = ["last-year", "quarters", "pipeline", "days"].into_iter().zip(By::SINGLE);
        let sticks = sticks.map(|(id, by)| Column::figure(id, lang.fair_yardstick(by)));
        std::iter::once(first).chain(sticks).map(Column::unsorted).collect::<Vec<_>>()
    });
    let row = move |it: FairRow| {
        let cells = it.yardsticks.into_iter().zip(By::SINGLE).map(|(value, by)| {
            let label = lang.get_untracked().fair_yardstick(by).to_owned();
            let (person, figure) = (it.person, FairFigure::Yardstick(by));
            view! { <td class="figures"><PersonFigure desk person figure label value /></td> }
        });
        view! { <tr><th scope="row">{it.name}</th>{cells.collect_view()}</tr> }
    };
    let notes = move || desk.view.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
    let note =
        |words: String| view! { <p class="section__note" data-testid="fair-note">{words}</p> };
    let table = move || {
        view! {
            <Table caption=move || lang.get().fair_how() columns>
                {move || desk.rows().into_iter().map(row).collect_view()}
            </Table>
        }
    };
    view! {
        <section class="section" data-testid="fair-picture">
            <ChartFrame
                sentence=move || lang.get().fair_chart(&desk.part(|it| &it.total))
                table
            >
                <IntervalBars rows=bars reference=Signal::derive(|| Some(1.0)) />
            </ChartFrame>
            <p class="section__note" data-testid="fair-without">
                {move || desk.part(|it| &it.without_history)}
            </p>
            <p class="section__note">{move || lang.get().fair_how()}</p>
            {move || notes().into_iter().map(note).collect_view()}
        </section>
    }
}

/// What would be level, and the ways into the grid.
#[component]
fn Levels(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("who", lang.goals_who()),
            Column::figure("quota", lang.goals_quota()),
            Column::figure("level", lang.fair_level_quota()),
            Column::figure("change", lang.fair_change()),
            Column::text("take", lang.fair_take()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let edits = move || view.read().as_ref().map(FairView::edits).unwrap_or_default();
    let told = move || {
        let count = format::count(lang.get(), edits().len() as u64);
        lang.get().fair_take_told(&count, &desk.part(|it| &it.total))
    };
    view! {
        <section class="section goals__table goals__table--plain" data-testid="fair-levels">
            <Table caption=move || lang.get().fair_take_told_one() columns>
                {move || desk.rows().into_iter().map(|row| level_row(desk, row)).collect_view()}
            </Table>
            <Show when=move || !edits().is_empty()>
                <p class="section__note" data-testid="fair-told">{told}</p>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Check
                        label=move || lang.get().fair_take_all()
                        on_press=move || desk.take(edits())
                        attr:data-testid="fair-take-all"
                    />
                </div>
            </Show>
        </section>
    }
}

fn level_row(desk: Desk, row: FairRow) -> impl IntoView {
    let lang = desk.lang;
    let FairRow { person, name, quota, level, change, edit, .. } = row;
    let label = lang.get_untracked().fair_take_one(&name, &level);
    let take = edit.map(|edit| {
        view! {
            <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label=label
                data-testid="fair-take"
                on:click=move |_| desk.take(vec![edit])
            >
                {lang.get_untracked().fair_take()}
            </button>
        }
    });
    view! {
        <tr data-testid=format!("fair-row-{person}")>
            <th scope="row">{name}</th>
            <td class="figures">{quota}</td>
            <td class="figures">
                <PersonFigure
                    desk
                    person
                    figure=FairFigure::Level(desk.by.get_untracked())
                    label=lang.get_untracked().fair_level_quota().to_owned()
                    value=level
                    attr:data-testid="fair-level"
                />
            </td>
            <td class="figures">{change}</td>
            <td>{take}</td>
        </tr>
    }
}
