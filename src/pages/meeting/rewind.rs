//! How board and goals stood at any moment of a meeting or of a day, and what would be if.

use leptos::prelude::*;

use super::branch::WhatIf;
use super::columns::Columns;
use super::home::civil_day;
use super::leaving::Leaving;
use super::nav::MeetingNav;
use crate::domain::calendar::Day;
use crate::domain::id::PipelineId;
use crate::domain::pipeline::ordered_pipelines;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::board::MADE_OF;
use crate::present::format;
use crate::present::meeting::kind_name;
use crate::present::meeting::rewound::{
    BoardThen, KeptBoard, REWIND_TABLES, ShownCards, done_words, pipeline_choices,
};
use crate::runtime::app::{App, use_app};
use crate::runtime::branching::Branch;
use crate::runtime::platform::clock;
use crate::runtime::rewinding::{self, Rewinding, day_span};
use crate::runtime::route::{MeetingPlace, Route};
use crate::runtime::ticking::moment;
use crate::ui::{
    Button, ButtonKind, Choice, DateField, Icon, IconButton, Notice, RangeField, SegmentedField,
    SelectField, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub app: App,
    pub lang: Signal<Lang>,
    /// What is tried out, for as long as it is neither kept nor dropped.
    pub branch: Branch,
    /// The moment that is looked at, in milliseconds since 1970.
    at: RwSignal<i64>,
    /// The stretch that the slider goes over, with the meeting's name where it is one.
    stretch: Memo<Stretch>,
    rewinding: Signal<Option<Rewinding>>,
    /// The pipeline that was chosen, for as long as the page stands; none means the first of now, or
    /// of then where that one was not there.
    chosen: RwSignal<Option<PipelineId>>,
    /// How many cards are shown, for as long as the page stands.
    pub shown: RwSignal<ShownCards>,
    /// The board as it stood.
    pub then: Memo<Option<BoardThen>>,
    /// The same board now.
    pub now: Memo<BoardThen>,
}

/// A stretch of time, in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq)]
struct Stretch {
    span: (u64, u64),
    meeting: Option<String>,
}

impl Stretch {
    /// Whether the other is the same, or the same that has gone on since.
    fn is_one_with(&self, other: &Stretch) -> bool {
        (&self.meeting, self.span.0) == (&other.meeting, other.span.0)
    }

    fn holds(&self, at: i64) -> bool {
        (self.span.0..=self.span.1).contains(&at.max(0).unsigned_abs())
    }
}

/// The meeting that a moment lies in, or else its day.
fn stretch(workspace: &Workspace, lang: Lang, at: i64) -> Stretch {
    let within = workspace.meetings.values().find_map(|it| {
        let (begun, ended) = (it.begun?, it.ended.unwrap_or(i64::MAX));
        (begun <= at && at <= ended).then_some((it, begun, ended))
    });
    match within {
        Some((meeting, begun, ended)) => Stretch {
            span: (
                begun.max(0).unsigned_abs(),
                ended.min(moment()).max(begun).max(0).unsigned_abs(),
            ),
            meeting: Some(kind_name(lang, meeting.kind).to_owned()),
        },
        None => Stretch { span: day_span(civil_day(at)), meeting: None },
    }
}

/// As it stood, or what would be if.
#[component]
pub(super) fn RewindPage() -> impl IntoView {
    let app = use_app();
    let (lang, route) = (app.lang(), app.route());
    let branch = Branch::resume(app);
    let asked =
        route.with_untracked(|it| matches!(it, Route::Meeting(MeetingPlace::Rewind(Some(_)))));
    let trying = RwSignal::new(branch.waits() && !asked);
    let at = RwSignal::new(moment());
    Effect::new(move |_| {
        if let Route::Meeting(MeetingPlace::Rewind(Some(asked))) = *route.read() {
            at.set(asked);
        }
    });
    let stretch = Memo::new(move |before: Option<&Stretch>| {
        let at = at.get();
        let found = app.view(&[Table::Meetings], |it| stretch(it, lang.get(), at));
        // A meeting that runs is longer at every look; what was read of it does for all moments in it.
        let known = before.filter(|it| it.is_one_with(&found) && it.holds(at)).cloned();
        known.unwrap_or(found)
    });
    let rewinding = rewinding_of(app, stretch, trying);
    let count = Memo::new(move |_| {
        let moment = at.get().max(0).unsigned_abs();
        rewinding.get().map(|it| it.count_by(moment))
    });
    let (chosen, shown) = (RwSignal::new(None), RwSignal::new(ShownCards::default()));
    let first = Memo::new(move |_| {
        app.view(&[Table::Pipelines], |it| ordered_pipelines(it).first().map(|it| it.0))
    });
    // The board that was looked at last and how many entries were done then; that of the next moment
    // is made of it.
    let last = Memo::new(move |_| {
        rewinding.track();
        StoredValue::new(None::<(usize, KeptBoard)>)
    });
    let then = Memo::new(move |_| {
        let (lang, day, count) = (lang.get(), civil_day(at.get()), count.get()?);
        let (chosen, first) = (chosen.get(), first.get());
        let (rewinding, last) = (rewinding.get()?, last.get());
        let known = last.try_update_value(Option::take).flatten();
        let changed =
            known.as_ref().and_then(|it| rewinding.leads_between((it.0, count), &MADE_OF));
        rewinding.at(count, |it| {
            let asked = (chosen.or(first.filter(|id| it.pipelines.has(*id))), day);
            let near = known.zip(changed);
            let near = near.and_then(|((_, board), changed)| board.mended(it, &changed, asked));
            let board = near.or_else(|| KeptBoard::new(it, asked));
            let then = BoardThen::of(it, lang, asked, board.as_ref(), &shown.read());
            last.set_value(board.map(|it| (count, it)));
            then
        })
    });
    let now = Memo::new(move |_| {
        let (lang, today, none) = (lang.get(), app.today().get(), ShownCards::default());
        let pipeline = then.read().as_ref().and_then(|it| it.pipeline);
        app.view(&REWIND_TABLES, |it| BoardThen::new(it, lang, today, pipeline, &none))
    });
    let desk = Desk { app, lang, branch, at, stretch, rewinding, chosen, shown, then, now };
    let ways = Signal::derive(move || {
        let lang = lang.get();
        vec![Choice::new("then", lang.rewind_then()), Choice::new("if", lang.branch_title())]
    });
    view! {
        <div class="content" data-testid="rewind-page">
            <MeetingNav />
            <div class="toolbar">
            <SegmentedField
                label=move || lang.get().rewind_title()
                choices=ways
                value=Signal::derive(move || if trying.get() { "if" } else { "then" }.to_owned())
                on_change=move |it: String| trying.set(it == "if")
            />
            </div>
            <Show
                when=move || trying.get()
                fallback=move || {
                    view! {
                        <Show when=move || rewinding.get().is_some_and(|it| it.archived)>
                            <div data-testid="rewind-archived">
                                <Notice
                                    tone=Tone::Warn
                                    words=Signal::derive(move || lang.get().rewind_archived().to_owned())
                                />
                            </div>
                        </Show>
                        <Moment desk />
                        <Pipelines desk />
                        <Columns desk />
                    }
                }
            >
                <WhatIf desk />
            </Show>
            <Leaving branch />
        </div>
    }
}

/// Which pipeline is looked at, where there is more than one.
#[component]
fn Pipelines(desk: Desk) -> impl IntoView {
    let Desk { lang, chosen, then, now, .. } = desk;
    let all = Memo::new(move |_| pipeline_choices(&now.read(), then.read().as_ref()));
    let choices = move || {
        let all = all.read();
        all.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect::<Vec<_>>()
    };
    let value = move || {
        let pipeline = then.read().as_ref().and_then(|it| it.pipeline);
        pipeline.map(|it| it.to_string()).unwrap_or_default()
    };
    view! {
        <Show when=move || 1 < all.read().len()>
            <div class="rewind__day">
                <SelectField
                    label=move || lang.get().field_pipeline()
                    choices=Signal::derive(choices)
                    value=Signal::derive(value)
                    on_change=move |it: String| chosen.set(it.parse().ok())
                    attr:data-testid="rewind-pipeline"
                />
            </div>
        </Show>
    }
}

/// The stretch, once the history was read.
fn rewinding_of(
    app: App,
    stretch: Memo<Stretch>,
    trying: RwSignal<bool>,
) -> Signal<Option<Rewinding>> {
    let past = LocalResource::new(move || {
        // What was kept of a branch belongs to the history that is looked at afterwards.
        trying.track();
        rewinding::read(app)
    });
    let span = Memo::new(move |_| stretch.read().span);
    let opened = LocalResource::new(move || {
        let (past, span) = (past.get(), span.get());
        async move { rewinding::open(past?, span).await.map(|it| (span, it)) }
    });
    // While another stretch is read the old one is not shown for it.
    Signal::derive(move || {
        let (of, opened) = opened.get().flatten()?;
        (of == span.get()).then_some(opened)
    })
}

/// Which moment is looked at, what was done last by then, and the ways to others.
#[component]
fn Moment(desk: Desk) -> impl IntoView {
    let Desk { app, lang, at, stretch, rewinding, then, .. } = desk;
    let shown = move || {
        let moment = at.get().max(0).unsigned_abs();
        format::moment(lang.get(), moment, clock::minutes_ahead(moment))
    };
    let count = move || {
        rewinding
            .get()
            .map_or((0, 0), |it| (it.count_by(at.get().max(0).unsigned_abs()), it.count()))
    };
    let last = move || {
        let place = count().0.checked_sub(1)?;
        let (_, label) = rewinding.get()?.done(place)?;
        Some(done_words(lang.get(), app.face().get(), &label))
    };
    let of = move || stretch.read().meeting.clone();
    let goal = move || {
        let then = then.read();
        let then = then.as_ref()?;
        Some(match then.goal.is_empty() {
            true => lang.get().rewind_won(&then.won),
            false => lang.get().rewind_won_of(&then.won, &then.goal),
        })
    };
    let go = move |place: Option<usize>| {
        let done = rewinding.get_untracked().zip(place).and_then(|(it, place)| it.done(place));
        if let Some((millis, _)) = done {
            at.set(i64::try_from(millis).unwrap_or(i64::MAX));
        }
    };
    let day = move || civil_day(at.get()).to_string();
    let set_day = move |text: String| {
        if let Ok(day) = text.parse::<Day>() {
            let (_, last) = day_span(day);
            at.set(i64::try_from(last).unwrap_or(i64::MAX).min(moment()));
        }
    };
    view! {
        <section class="headline rewind" data-testid="rewind-moment">
            <p class="headline__note">{of}</p>
            <p class="headline__figure" data-testid="rewind-shown">{shown}</p>
            <p class="headline__sentence" data-testid="rewind-last">{last}</p>
            <p class="headline__note">{goal}</p>
            <div class="rewind__way">
                <IconButton
                    icon=Icon::Back
                    label=move || lang.get().rewind_earlier()
                    disabled=Signal::derive(move || count().0 < 2)
                    on_press=move || go(untrack(count).0.checked_sub(2))
                    attr:data-testid="rewind-earlier"
                />
                <Slider desk />
                <IconButton
                    icon=Icon::Forward
                    label=move || lang.get().rewind_later()
                    disabled=Signal::derive(move || count().1 <= count().0)
                    on_press=move || go(Some(untrack(count).0))
                    attr:data-testid="rewind-later"
                />
            </div>
            <div class="rewind__day">
                <DateField
                    label=move || lang.get().rewind_day()
                    value=Signal::derive(day)
                    on_change=set_day
                    attr:data-testid="rewind-day"
                />
                <Button
                    kind=ButtonKind::Quiet
                    label=move || lang.get().rewind_now()
                    on_press=move || at.set(moment())
                    attr:data-testid="rewind-now"
                />
            </div>
        </section>
    }
}

/// A slider over the minutes of the stretch.
#[component]
fn Slider(desk: Desk) -> impl IntoView {
    let Desk { lang, at, stretch, .. } = desk;
    const MINUTE: i64 = 60_000;
    let span = move || {
        let (first, last) = stretch.read().span;
        (i64::try_from(first).unwrap_or(0), i64::try_from(last).unwrap_or(0))
    };
    let minutes = move || {
        let (first, last) = span();
        (last - first).div_euclid(MINUTE) + i64::from((last - first).rem_euclid(MINUTE) != 0)
    };
    let value = move || (at.get() - span().0).div_euclid(MINUTE).clamp(0, minutes());
    let words = move || {
        let moment = at.get().max(0).unsigned_abs();
        let minute = (moment / 60_000) as i64 + clock::minutes_ahead(moment);
        format::time_of_day(minute)
    };
    // A minute holds all that was done in it.
    let set = move |minute: i64| {
        let (first, last) = untrack(span);
        at.set((first + (minute + 1) * MINUTE - 1).min(last));
    };
    view! {
        <RangeField
            label=move || lang.get().rewind_minute()
            most=Signal::derive(minutes)
            value=Signal::derive(value)
            words=Signal::derive(words)
            on_input=set
            attr:data-testid="rewind-slider"
        />
    }
}
