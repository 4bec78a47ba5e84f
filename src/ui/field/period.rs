//! A month or a quarter, picked from a grid of our own: Safari and Firefox have none on a desk.

use super::{FieldFrame, described_by, invalid};
use crate::i18n::Lang;
use crate::ui::button::{IconButton, bool_word};
use crate::ui::icon::{Icon, IconView};
use crate::ui::id::fresh_id;
use crate::ui::lang::use_lang;
use crate::ui::popover::Popover;
use leptos::prelude::*;

/// A part of a year: its month 1–12 or its quarter 1–4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearPart {
    /// The year.
    pub year: i32,
    /// Which month or quarter of it, from 1.
    pub part: u8,
}

/// How a year is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    Months,
    Quarters,
}

impl Cut {
    const fn count(self) -> u8 {
        match self {
            Cut::Months => 12,
            Cut::Quarters => 4,
        }
    }

    const fn name(self, lang: Lang, part: u8) -> &'static str {
        match self {
            Cut::Months => lang.month_name(part),
            Cut::Quarters => lang.quarter_name(part),
        }
    }
}

/// A month of a year.
#[component]
pub fn MonthField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The month.
    #[prop(into)]
    value: Signal<YearPart>,
    /// Tells the month that was picked.
    #[prop(into)]
    on_change: Callback<YearPart>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the month.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! { <PartField cut=Cut::Months label value on_change hint error /> }
}

/// A quarter of a year.
#[component]
pub fn QuarterField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The quarter.
    #[prop(into)]
    value: Signal<YearPart>,
    /// Tells the quarter that was picked.
    #[prop(into)]
    on_change: Callback<YearPart>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the quarter.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! { <PartField cut=Cut::Quarters label value on_change hint error /> }
}

#[component]
fn PartField(
    cut: Cut,
    label: Signal<String>,
    value: Signal<YearPart>,
    on_change: Callback<YearPart>,
    hint: Option<Signal<String>>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let lang = use_lang();
    let open = RwSignal::new(false);
    let id = fresh_id();
    let described_by = described_by(&id, hint);
    let shown = move || {
        let YearPart { year, part } = value.get();
        lang.get().year_part(year, cut.name(lang.get(), part))
    };
    let pick = Callback::new(move |picked| {
        open.set(false);
        on_change.run(picked);
    });
    view! {
        <FieldFrame id=id.clone() label hint error>
            <span class="popover-anchor">
                <button
                    type="button"
                    class="input input--button"
                    aria-haspopup="dialog"
                    aria-expanded=move || bool_word(open.get())
                    aria-describedby=described_by
                    aria-invalid=invalid(error)
                    id=id
                    on:click=move |_| open.set(!open.get_untracked())
                >
                    {shown}
                    <IconView icon=Icon::Calendar />
                </button>
                <Popover open label on_close=move || open.set(false)>
                    <PartGrid cut value on_pick=pick />
                </Popover>
            </span>
        </FieldFrame>
    }
}

/// The parts of one year, with a step to the year before and after.
#[component]
fn PartGrid(cut: Cut, value: Signal<YearPart>, on_pick: Callback<YearPart>) -> impl IntoView {
    let lang = use_lang();
    let year = RwSignal::new(value.get_untracked().year);
    let part_button = move |part: u8| {
        let here = move || YearPart { year: year.get(), part };
        view! {
            <button
                type="button"
                class="part-grid__part"
                aria-pressed=move || bool_word(value.get() == here())
                on:click=move |_| on_pick.run(here())
            >
                {move || cut.name(lang.get(), part)}
            </button>
        }
    };
    view! {
        <div class="part-grid">
            <div class="part-grid__year">
                <IconButton
                    icon=Icon::Back
                    label=move || lang.get().year_before()
                    on_press=move || year.update(|year| *year -= 1)
                />
                <span aria-live="polite">{year}</span>
                <IconButton
                    icon=Icon::Forward
                    label=move || lang.get().year_after()
                    on_press=move || year.update(|year| *year += 1)
                />
            </div>
            <div class="part-grid__parts">{(1..=cut.count()).map(part_button).collect_view()}</div>
        </div>
    }
}
