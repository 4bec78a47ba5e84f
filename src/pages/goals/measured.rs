//! Goals for an indicator: the headline, and how far the company, teams and people are.

use leptos::prelude::*;

use super::smart::{Checked, MeasureMarks, SmartDialog, measured_expected, measured_history};
use super::target::TargetCell;
use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::indicator::{Builtin, Measure, Nature};
use crate::i18n::Lang;
use crate::pages::common::{FoundCertificate, MeasureCertificate, PeriodPicker, current_quarter};
use crate::present::goals::Phase;
use crate::present::indicators::certificate::Asked;
use crate::present::indicators::goals::{MeasuredRow, MeasuredView};
use crate::present::indicators::progress::{GoalFigure, certificate};
use crate::present::indicators::words::measure_name;
use crate::present::indicators::{TABLES, measures};
use crate::present::smart::History;
use crate::present::smart::expected::Expected;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{
    ButtonLink, Choice, Column, Figure, FigureSize, Icon, Meter, SelectField, Table, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct MeasuredDesk {
    pub(super) app: App,
    pub(super) lang: Signal<Lang>,
    pub(super) period: Memo<Period>,
    pub(super) measure: Memo<Measure>,
    pub(super) view: Memo<Option<MeasuredView>>,
    /// Whose goal is being changed.
    pub(super) editing: RwSignal<Option<Bearer>>,
    /// Whose check is open.
    pub(super) checked: Checked,
    /// The value that is being explained.
    explained: RwSignal<Option<Asked>>,
    /// The figure of a goal that is.
    goal_explained: RwSignal<Option<(Bearer, GoalFigure)>>,
}

impl MeasuredDesk {
    fn new(app: App) -> MeasuredDesk {
        let lang = app.lang();
        let period = Memo::new(move |_| match &*app.route().read() {
            Route::Measured(period, _) => *period,
            _ => current_quarter(app),
        });
        let measure = Memo::new(move |_| match &*app.route().read() {
            Route::Measured(_, measure) => *measure,
            _ => Measure::Builtin(Builtin::WonCount),
        });
        let view = Memo::new(move |_| {
            let (asked, today) = ((period.get(), measure.get()), app.today().get());
            app.view(&TABLES, |it| MeasuredView::new(it, lang.get(), asked, today))
        });
        MeasuredDesk {
            app,
            lang,
            period,
            measure,
            view,
            editing: RwSignal::new(None),
            checked: RwSignal::new(None),
            explained: RwSignal::new(None),
            goal_explained: RwSignal::new(None),
        }
    }

    /// Explains what somebody reached.
    fn explain(self, bearer: Bearer) {
        let measure = self.measure.get_untracked();
        self.explained.set(self.app.peek(|it| Asked::kept(it, measure, bearer)));
    }

    pub(super) fn row(self, bearer: Bearer) -> Memo<Option<MeasuredRow>> {
        Memo::new(move |_| self.view.read().as_ref()?.row(bearer).cloned())
    }
}

/// Goals for the indicator in the address.
#[component]
pub fn MeasuredPage() -> impl IntoView {
    let desk = MeasuredDesk::new(use_app());
    view! {
        <div class="content goals" data-testid="measured-page">
            <Tools desk />
            <Headline desk />
            <Rows desk />
        </div>
        <SmartDialog lang=desk.lang checked=desk.checked />
        <MeasureCertificate asked=desk.explained period=desk.period />
        <GoalFigureCertificate desk />
    }
}

/// How the figure of a goal that was tapped was computed.
#[component]
fn GoalFigureCertificate(desk: MeasuredDesk) -> impl IntoView {
    let MeasuredDesk { app, lang, period, measure, goal_explained, .. } = desk;
    let found = Memo::new(move |_| {
        let (bearer, figure) = goal_explained.get()?;
        let asked = (measure.get(), bearer, figure);
        let today = app.today().get();
        app.view(&TABLES, |it| certificate(it, lang.get(), asked, period.get(), today))
    });
    view! {
        <FoundCertificate found on_close=move |()| goal_explained.set(None) />
    }
}

/// The period, and which indicator.
#[component]
fn Tools(desk: MeasuredDesk) -> impl IntoView {
    let MeasuredDesk { app, lang, period, measure, .. } = desk;
    let choices = Signal::derive(move || {
        app.view(&TABLES, |it| {
            let choice =
                |of: Measure| Choice::new(of.to_string(), measure_name(it, lang.get(), of));
            measures(it).into_iter().map(choice).collect::<Vec<_>>()
        })
    });
    let to = move |of: String| match of.parse() {
        Ok(Measure::Builtin(Builtin::WonAmount)) => {
            app.go(Route::Goals(Some(period.get_untracked())));
        }
        Ok(of) => app.go(Route::Measured(period.get_untracked(), of)),
        Err(_) => {}
    };
    let change = move |it| app.go(Route::Measured(it, measure.get_untracked()));
    view! {
        <PeriodPicker period on_change=change>
            <ButtonLink
                icon=Icon::Table
                label=move || lang.get().indicators_title()
                href=Signal::derive(move || Route::Indicators.href())
                attr:data-testid="measured-indicators"
            />
        </PeriodPicker>
        <div class="goals__measure">
            <SelectField
                label=move || lang.get().measured_choose()
                choices
                value=Signal::derive(move || measure.get().to_string())
                on_change=to
                attr:data-testid="measured-choose"
            />
        </div>
    }
}

/// What the company reached, and how it stands in one sentence.
#[component]
fn Headline(desk: MeasuredDesk) -> impl IntoView {
    let MeasuredDesk { lang, view, .. } = desk;
    let row = desk.row(Bearer::Company);
    let part = move |read: fn(&MeasuredRow) -> &String| {
        row.read().as_ref().map(|it| read(it).clone()).unwrap_or_default()
    };
    let of = move || {
        let target = part(|it| &it.target_words);
        (!target.is_empty()).then(|| lang.get().measured_of(&target))
    };
    let notes = move || view.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
    let note = |words: String| view! { <p class="headline__note">{words}</p> };
    let whole = move |read: fn(&MeasuredView) -> &String| {
        view.read().as_ref().map(|it| read(it).clone()).unwrap_or_default()
    };
    view! {
        <section class="headline" data-testid="measured-headline">
            <p class="headline__note">{move || whole(|it| &it.name)}</p>
            <p class="goals__headline-figure">
                <Figure
                    value=move || part(|it| &it.actual)
                    label=move || lang.get().measured_actual()
                    size=FigureSize::Headline
                    on_explain=move |()| desk.explain(Bearer::Company)
                    attr:data-testid="measured-value"
                />
                <span class="headline__of">{of}</span>
            </p>
            <p class="headline__sentence" data-testid="measured-sentence">
                {move || whole(|it| &it.sentence)}
            </p>
            <p class="headline__note">
                {move || lang.get().measured_formula(&whole(|it| &it.formula))}
            </p>
            {move || notes().into_iter().map(note).collect_view()}
        </section>
    }
}

#[component]
fn Rows(desk: MeasuredDesk) -> impl IntoView {
    let MeasuredDesk { lang, view, .. } = desk;
    let (history, expected) = (measured_history(desk), measured_expected(desk));
    let nature = Memo::new(move |_| view.read().as_ref().map(|it| it.nature));
    let paced = Memo::new(move |_| {
        let running = view.read().as_ref().is_some_and(|it| it.phase == Phase::Running);
        nature.get() == Some(Nature::Sum) && running
    });
    let columns = Signal::derive(move || columns(lang.get(), paced.get()));
    let bearers = Memo::new(move |_| {
        let view = view.read();
        view.as_ref().map(|it| it.rows.iter().map(|it| it.bearer).collect::<Vec<_>>())
    });
    let keys = move || {
        let bearers = bearers.get().unwrap_or_default();
        bearers.into_iter().map(|it| (it, paced.get())).collect::<Vec<_>>()
    };
    view! {
        <section
            class="section goals__table"
            class:goals__table--plain=move || !paced.get()
            data-testid="measured-table"
        >
            <Table caption=move || lang.get().measured_hint() columns>
                <For
                    each=keys
                    key=|key| *key
                    children=move |(bearer, paced)| view! { <Row desk bearer paced history expected /> }
                />
            </Table>
        </section>
    }
}

fn columns(lang: Lang, paced: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::text("who", lang.goals_who()),
        Column::figure("target", lang.measured_goal()),
        Column::figure("actual", lang.measured_actual()),
    ];
    if paced {
        columns.push(Column::figure("expected", lang.goals_expected_by_now()));
    }
    columns.push(Column::figure("gap", lang.goals_gap()));
    if paced {
        columns.push(Column::figure("needed", lang.goals_needed()));
    }
    columns.push(Column::text("attainment", lang.goals_attainment()));
    columns.push(Column::text("smart", lang.smart_column()));
    columns.into_iter().map(Column::unsorted).collect()
}

#[component]
fn Row(
    desk: MeasuredDesk,
    bearer: Bearer,
    paced: bool,
    history: Memo<History>,
    expected: Memo<Option<Expected>>,
) -> impl IntoView {
    let (lang, row) = (desk.lang, desk.row(bearer));
    let kind = match bearer {
        Bearer::Company => "goals__company",
        Bearer::Team(_) => "goals__team",
        Bearer::Person(_) => "goals__person",
    };
    let part = move |read: fn(&MeasuredRow) -> &String| {
        row.read().as_ref().map(|it| read(it).clone()).unwrap_or_default()
    };
    let cell = move |read: fn(&MeasuredRow) -> &String, figure| {
        let shown = Memo::new(move |_| part(read));
        view! { <GoalFigureCell desk bearer figure shown=shown.into() /> }
    };
    let behind = move || row.read().as_ref().is_some_and(|it| it.is_behind).then_some("behind");
    view! {
        <tr class=kind data-testid=format!("measured-row-{bearer}")>
            <th scope="row">{move || part(|it| &it.name)}</th>
            <td class="figures"><TargetCell desk bearer row /></td>
            <td class="figures">
                <Figure
                    value=move || part(|it| &it.actual)
                    label=move || lang.get().measured_actual()
                    on_explain=move |()| desk.explain(bearer)
                />
            </td>
            {paced.then(|| view! {
                <td class="figures">{cell(|it| &it.expected, GoalFigure::Expected)}</td>
            })}
            <td class="figures" data-state=behind>{cell(|it| &it.gap, GoalFigure::Gap)}</td>
            {paced.then(|| view! {
                <td class="figures">{cell(|it| &it.needed, GoalFigure::Needed)}</td>
            })}
            <td class="goals__progress"><Attained desk bearer row paced /></td>
            <td class="smart__cell"><MeasureMarks desk bearer history expected /></td>
        </tr>
    }
}

/// A figure of a goal that opens how it was computed; a dash where there is none.
#[component]
fn GoalFigureCell(
    desk: MeasuredDesk,
    bearer: Bearer,
    figure: GoalFigure,
    shown: Signal<String>,
) -> impl IntoView {
    let label = move || {
        let lang = desk.lang.get();
        match figure {
            GoalFigure::Expected => lang.goals_expected_by_now(),
            GoalFigure::Gap => lang.goals_gap(),
            GoalFigure::Needed => lang.goals_needed(),
            GoalFigure::Attainment => lang.goals_attainment(),
        }
    };
    view! {
        <Show
            when=move || !shown.read().is_empty()
            fallback=|| view! { <span class="goals__none">"–"</span> }
        >
            <Figure
                value=shown
                label
                on_explain=move || desk.goal_explained.set(Some((bearer, figure)))
            />
        </Show>
    }
}

/// The bar of a row and its share in figures; nothing without a goal.
#[component]
fn Attained(
    desk: MeasuredDesk,
    bearer: Bearer,
    row: Memo<Option<MeasuredRow>>,
    paced: bool,
) -> impl IntoView {
    let lang = desk.lang;
    let permille = Memo::new(move |_| row.read().as_ref().and_then(|it| it.permille));
    let text = move || {
        let permille = permille.get();
        permille.map(|it| crate::present::format::percent(lang.get(), it)).unwrap_or_default()
    };
    let tone = move || match row.read().as_ref() {
        Some(it) if it.permille.is_some_and(|it| 1000 <= it) => Tone::Good,
        Some(it) if it.is_behind => Tone::Warn,
        _ => Tone::Accent,
    };
    let mark = move || row.read().as_ref().map_or(1.0, |it| if paced { it.mark } else { 1.0 });
    view! {
        <Show when=move || permille.get().is_some()>
            <span class="goals__bar">
                <Meter
                    label=move || lang.get().goals_attained(&text())
                    share=Signal::derive(move || permille.get().unwrap_or(0) as f64 / 1000.0)
                    mark=Signal::derive(mark)
                    tone=Signal::derive(tone)
                />
                <GoalFigureCell
                    desk
                    bearer
                    figure=GoalFigure::Attainment
                    shown=Signal::derive(text)
                />
            </span>
        </Show>
    }
}
