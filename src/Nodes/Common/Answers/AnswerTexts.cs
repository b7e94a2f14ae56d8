using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>What is asked and said where the flow has no text of its own; in Turkish, else in English.</summary>
internal static class AnswerTexts
{
    public static string Of(AnswerRules rules, AnswerFault fault, TextScope scope)
    {
        var isTurkish = scope.Language == "tr";
        return fault switch
        {
            AnswerFault.None => Question(rules.Type, isTurkish),
            AnswerFault.Missing => isTurkish ? "Bu bilgiye ihtiyacım var." + Space(Hint(rules, scope)) : "I need this to go on." + Space(Hint(rules, scope)),
            AnswerFault.TooSmall => TooSmall(rules, isTurkish),
            AnswerFault.TooLarge => TooLarge(rules, isTurkish),
            AnswerFault.WrongPattern => isTurkish ? "Yazdığınız beklenen biçimde değil. Tekrar yazar mısınız?" : "That is not in the expected form. Could you write it again?",
            _ => (isTurkish ? "Bunu anlayamadım." : "I could not read that.") + Space(Hint(rules, scope)),
        };
    }

    public static IReadOnlyList<string> QuickReplies(AnswerRules rules, TextScope scope) => rules.Type switch
    {
        AnswerType.YesNo => scope.Language == "tr" ? ["Evet", "Hayır"] : ["Yes", "No"],
        AnswerType.Choice or AnswerType.MultiChoice => [.. rules.Choices.Select(choice => choice.Label.Render(scope))],
        _ => [],
    };

    private static string Question(AnswerType type, bool isTurkish) => type switch
    {
        AnswerType.Number or AnswerType.Integer => isTurkish ? "Kaç?" : "How many?",
        AnswerType.Email => isTurkish ? "E-posta adresiniz nedir?" : "What is your e-mail address?",
        AnswerType.Phone => isTurkish ? "Telefon numaranız nedir?" : "What is your phone number?",
        AnswerType.Url => isTurkish ? "Web adresi nedir?" : "What is the web address?",
        AnswerType.Date => isTurkish ? "Hangi tarih?" : "Which date?",
        AnswerType.Time => isTurkish ? "Saat kaçta?" : "At what time?",
        AnswerType.Choice => isTurkish ? "Hangisini seçersiniz?" : "Which one would you choose?",
        AnswerType.MultiChoice => isTurkish ? "Hangilerini seçersiniz?" : "Which ones would you choose?",
        AnswerType.YesNo => isTurkish ? "Onaylıyor musunuz?" : "Do you agree?",
        _ => isTurkish ? "Yazar mısınız?" : "Could you tell me?",
    };

    private static string Hint(AnswerRules rules, TextScope scope)
    {
        var isTurkish = scope.Language == "tr";
        return rules.Type switch
        {
            AnswerType.Number => isTurkish ? "Lütfen bir sayı yazın, örneğin 1.500,50." : "Please write a number, such as 1,500.50.",
            AnswerType.Integer => isTurkish ? "Lütfen bir tam sayı yazın, örneğin 12." : "Please write a whole number, such as 12.",
            AnswerType.Email => isTurkish ? "Lütfen bir e-posta adresi yazın, örneğin ad@ornek.com." : "Please write an e-mail address, such as name@example.com.",
            AnswerType.Phone => isTurkish ? "Lütfen bir telefon numarası yazın, örneğin 0532 123 45 67." : "Please write a phone number with its country code, such as +44 20 7946 0000.",
            AnswerType.Url => isTurkish ? "Lütfen bir web adresi yazın, örneğin ornek.com." : "Please write a web address, such as example.com.",
            AnswerType.Date => isTurkish ? "Lütfen bir tarih yazın, örneğin 24.12.2026." : "Please write a date, such as 24 December 2026.",
            AnswerType.Time => isTurkish ? "Lütfen bir saat yazın, örneğin 14:30." : "Please write a time, such as 14:30.",
            AnswerType.YesNo => isTurkish ? "Lütfen evet ya da hayır yazın." : "Please answer yes or no.",
            AnswerType.Choice or AnswerType.MultiChoice => (isTurkish ? "Seçenekler: " : "The choices are: ") + List(rules.Choices, scope) + ".",
            _ => "",
        };
    }

    private static string TooSmall(AnswerRules rules, bool isTurkish) => rules.Type switch
    {
        AnswerType.Number or AnswerType.Integer => isTurkish ? $"En az {rules.Min} olmalı." : $"It must be at least {rules.Min}.",
        AnswerType.Date or AnswerType.Time => isTurkish ? $"En erken {Shown(rules.Min, true)} olabilir." : $"It cannot be before {Shown(rules.Min, false)}.",
        AnswerType.MultiChoice => isTurkish ? $"En az {rules.Min} seçenek seçin." : $"Please choose at least {rules.Min}.",
        _ => isTurkish ? $"En az {rules.Min} karakter olmalı." : $"It must have at least {rules.Min} characters.",
    };

    private static string TooLarge(AnswerRules rules, bool isTurkish)
    {
        var max = rules.Max.IsEmpty ? Value.Of((decimal)AnswerReader.MaxTextLength) : rules.Max;
        return rules.Type switch
        {
            AnswerType.Number or AnswerType.Integer when !rules.Max.IsEmpty => isTurkish ? $"En çok {max} olabilir." : $"It can be at most {max}.",
            AnswerType.Date or AnswerType.Time when !rules.Max.IsEmpty =>
                isTurkish ? $"En geç {Shown(max, true)} olabilir." : $"It cannot be after {Shown(max, false)}.",
            AnswerType.MultiChoice when !rules.Max.IsEmpty => isTurkish ? $"En çok {max} seçenek seçin." : $"Please choose at most {max}.",
            _ => isTurkish ? $"En çok {max} karakter olabilir." : $"It can have at most {max} characters.",
        };
    }

    private static string Shown(Value bound, bool isTurkish) => bound.Text switch
    {
        "today" when isTurkish => "bugün",
        "tomorrow" when isTurkish => "yarın",
        var text => text ?? "",
    };

    private static string List(IReadOnlyList<Choice> choices, TextScope scope) =>
        string.Join(", ", choices.Select((choice, index) => $"{index + 1}) {choice.Label.Render(scope)}"));

    private static string Space(string hint) => hint.Length == 0 ? "" : $" {hint}";
}
