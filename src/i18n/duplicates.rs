//! Words of records that may be the same: offered, compared, merged.

use super::{Lang, texts};
use crate::domain::duplicates::{Reason, Strength};

texts! {
    duplicates_distinct: "Not the same", "不是同一个";
    duplicates_aliases: "Merged records", "已合并的数据";
    duplicates_sure: "Sure", "确定";
    duplicates_likely: "Likely", "可能";
    duplicates_same_name: "same name", "名称相同";
    duplicates_same_mail: "same mail address", "邮箱相同";
    duplicates_same_phone: "same phone", "电话相同";
    duplicates_same_core: "same name but for the legal form or place", "仅公司形式或地名不同";
    duplicates_same_domain: "same web domain", "网站域名相同";
    duplicates_same_deal: "same name with the same customer", "同一客户的同名线索";
    duplicates_pair(a: &str, b: &str): "{a} · {b}", "{a} · {b}";
    duplicates_looks_like(name: &str, why: &str): "Looks like {name}: {why}", "与“{name}”相似：{why}";
}

impl Lang {
    /// Why two records may be the same.
    pub const fn duplicate_reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::SameName => self.duplicates_same_name(),
            Reason::SameMail => self.duplicates_same_mail(),
            Reason::SamePhone => self.duplicates_same_phone(),
            Reason::SameCore => self.duplicates_same_core(),
            Reason::SameDomain => self.duplicates_same_domain(),
            Reason::SameDeal => self.duplicates_same_deal(),
        }
    }

    /// How sure it is.
    pub const fn duplicate_strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::Sure => self.duplicates_sure(),
            Strength::Likely => self.duplicates_likely(),
        }
    }
}
