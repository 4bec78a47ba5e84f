//! What was done with surveys, one-to-ones, feedback and reviews, in words.

use super::format;
use crate::i18n::Lang;

/// What was done; of what was said nothing is told.
pub fn done(lang: Lang, noun: &str, deed: &str, name: &str) -> String {
    // The name of a template is kept by its code.
    let said = lang.survey_said(name);
    let name = if noun == "survey" { &*said } else { name };
    let what = match noun {
        "survey" => lang.noun_survey(),
        "talk" => lang.noun_talk(),
        "feedback" => lang.noun_feedback(),
        "review" => lang.noun_review(),
        "review-cycle" => return lang.did_reviews_begun(name),
        "coaching" => lang.noun_coaching(),
        "plan" => lang.noun_plan(),
        "pulse" => lang.noun_pulse(),
        "praise" => lang.noun_praise(),
        "contest" => lang.noun_contest(),
        "values" => lang.noun_values(),
        "reward" => lang.noun_reward(),
        "reward-budget" => {
            let period = name.parse().map(|it| format::period(lang, it));
            let period = period.unwrap_or_else(|_| name.to_owned());
            return lang.did_people_changed(lang.noun_reward_budget(), &period);
        }
        "points" if deed == "taken-back" => lang.noun_points_back(),
        "points" => lang.noun_points(),
        "redemption" => match deed {
            "handed" => lang.noun_redemption_handed(),
            "cancelled" => lang.noun_redemption_cancelled(),
            _ => lang.noun_redemption(),
        },
        "training" => lang.noun_training(),
        "ladder" => return lang.noun_ladder().to_owned(),
        "level" => lang.noun_level(),
        "criterion" => lang.noun_criterion(),
        "promotion" => lang.noun_promotion(),
        _ => return lang.did_other_change().to_owned(),
    };
    match deed {
        "deleted" | "reply-deleted" | "point-deleted" => lang.did_people_deleted(what, name),
        "corrected" => lang.did_people_corrected(what, name),
        _ => lang.did_people_changed(what, name),
    }
}
