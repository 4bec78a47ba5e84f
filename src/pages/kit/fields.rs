//! Fields: empty, filled, hinted, wrong.

use super::text;
use crate::i18n::Lang;
use crate::ui::*;
use leptos::prelude::*;

/// Text, money, dates and periods.
pub fn fields() -> AnyView {
    let lang = use_lang();
    let customer = RwSignal::new(lang.get_untracked().kit_customer_name().to_owned());
    let query = RwSignal::new("wxm".to_owned());
    let amount = RwSignal::new("12万".to_owned());
    let day = RwSignal::new("2026-03-12".to_owned());
    let month = RwSignal::new(YearPart { year: 2026, part: 3 });
    let quarter = RwSignal::new(YearPart { year: 2026, part: 1 });
    let error =
        move |of: fn(Lang) -> &'static str| Signal::derive(move || Some(of(lang.get()).to_owned()));
    let note = text(Lang::kit_note_text);
    view! {
        <SearchField label=text(Lang::search) value=query on_input=move |text| query.set(text) />
        <TextField label=text(Lang::kit_customer) value=customer on_input=move |text| customer.set(text) />
        <MoneyField
            label=text(Lang::kit_amount)
            currency="¥"
            value=amount
            understood=text(Lang::kit_understood)
            hint=text(Lang::kit_amount_hint)
            on_input=move |text| amount.set(text)
        />
        <MoneyField
            label=text(Lang::kit_amount)
            currency="USD"
            value="twelve"
            error=error(Lang::kit_amount_error)
            on_input=|_: String| ()
        />
        <div class="form__row">
            <DateField label=text(Lang::kit_close_date) value=day on_change=move |text| day.set(text) />
            <DateField
                label=text(Lang::kit_close_date)
                value=""
                error=error(Lang::kit_late_error)
                on_change=|_: String| ()
            />
        </div>
        <div class="form__row">
            <MonthField label=text(Lang::kit_month) value=month on_change=move |part| month.set(part) />
            <QuarterField label=text(Lang::kit_quarter) value=quarter on_change=move |part| quarter.set(part) />
        </div>
        <AreaField label=text(Lang::kit_note) value=note on_input=|_: String| () />
    }
    .into_any()
}

/// Choices: one, several, people.
pub fn choices() -> AnyView {
    let stage = RwSignal::new("offer".to_owned());
    let marked = RwSignal::new(true);
    let picked = RwSignal::new(vec!["1".to_owned()]);
    let lang = use_lang();
    let stages = move || {
        vec![Choice::new("offer", lang.get().kit_stage()), Choice::new("won", lang.get().kit_won())]
    };
    let person = |id: &str, name: &str, also: &str| Person {
        id: id.into(),
        name: name.into(),
        also: also.into(),
    };
    let people = vec![
        person("1", "王小明", "wangxiaoming wxm"),
        person("2", "Maria Silva", ""),
        person("3", "欧阳震华", "ouyangzhenhua oyzh"),
    ];
    let toggle = move |id: String| {
        picked.update(|picked| match picked.iter().position(|other| *other == id) {
            Some(place) => drop(picked.remove(place)),
            None => picked.push(id),
        });
    };
    view! {
        <SelectField label=text(Lang::kit_stage) choices=stages value=stage on_change=move |id| stage.set(id) />
        <CheckField
            label=text(Lang::kit_rotting)
            hint=text(Lang::kit_rotting_hint)
            checked=marked
            on_change=move |ticked| marked.set(ticked)
        />
        <CheckField label=text(Lang::kit_filter) checked=false on_change=|_: bool| () />
        <CheckField label=text(Lang::kit_locked) checked=true disabled=true on_change=|_: bool| () />
        <PeoplePicker label=text(Lang::kit_owner) people picked mode=PickMode::Many on_pick=toggle />
    }
    .into_any()
}
