using System.Globalization;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>The filters there are. A filter that cannot use its value gives it back as it is.</summary>
internal static class TemplateFilters
{
    public const string Known = "upper, lower, capitalize, trim, default, money, number, date, join, count, json";

    /// <summary>Null and a message if there is no such filter or its argument makes no sense.</summary>
    public static TemplateFilter? Find(string name, string? argument, out string error)
    {
        error = "";
        Func<Value, string?, TextScope, Value>? function = name switch
        {
            "upper" => static (value, _, scope) => Value.Of(LanguageNumbers.Culture(scope.Language).TextInfo.ToUpper(value.ToString())),
            "lower" => static (value, _, scope) => Value.Of(LanguageNumbers.Culture(scope.Language).TextInfo.ToLower(value.ToString())),
            "capitalize" => static (value, _, scope) => Value.Of(Capitalize(value.ToString(), LanguageNumbers.Culture(scope.Language))),
            "trim" => static (value, _, _) => Value.Of(UnicodeText.Trim(value.ToString())),
            "default" => static (value, argument, _) => value.IsBlank ? Value.Of(argument ?? "") : value,
            "money" => ToMoney,
            "number" => ToNumber,
            "date" => static (value, format, scope) => Dates.TryRead(value, scope.TimeZone, out var date)
                ? Value.Of(Dates.Format(date, format, scope))
                : value,
            "join" => static (value, separator, _) => value.Kind == ValueKind.List ? Value.Of(Join(value.Items, separator ?? ", ")) : value,
            "count" => static (value, _, _) => Value.Of(Count(value)),
            "json" => static (value, _, _) => Value.Of(value.ToJson()),
            _ => null,
        };
        if (function is null)
        {
            error = $"there is no filter '{name}'; the filters are {Known}";
            return null;
        }

        error = ArgumentError(name, argument) ?? "";
        return error.Length > 0 ? null : new TemplateFilter(name, argument, function);
    }

    private static string? ArgumentError(string name, string? argument) => name switch
    {
        "default" when argument is null => "the filter default needs a text: default:\"...\"",
        "number" when argument is not null && !(argument.Length == 1 && argument[0] is >= '0' and <= '9') =>
            "the argument of number is its count of decimals, 0 to 9",
        "date" when argument is not null && !Dates.IsFormat(argument) => $"'{argument}' is not a date format",
        "upper" or "lower" or "capitalize" or "trim" or "count" or "json" when argument is not null =>
            $"the filter {name} takes no argument",
        _ => null,
    };

    private static Value ToMoney(Value value, string? currency, TextScope scope)
    {
        var amount = NumberText.Of(value, scope.Language) ?? NumberText.Of(value["amount"], scope.Language) ?? NumberText.Of(value["price"], scope.Language);
        var own = value["currency"].Text;
        return amount is null ? value : Value.Of(Money.Format(amount.Value, currency ?? own ?? scope.Currency, scope.Language));
    }

    private static Value ToNumber(Value value, string? decimals, TextScope scope)
    {
        if (NumberText.Of(value, scope.Language) is not { } number)
        {
            return value;
        }

        var format = decimals is null ? "#,##0.#########" : "N" + decimals;
        var rounded = decimals is null ? number : Math.Round(number, decimals[0] - '0', MidpointRounding.AwayFromZero);
        return Value.Of(rounded.ToString(format, LanguageNumbers.Of(scope.Language)));
    }

    private static string Join(IReadOnlyList<Value> items, string separator)
    {
        var joined = new StringBuilder();
        for (var i = 0; i < items.Count && joined.Length < TextLimit.Length; i++)
        {
            joined.Append(i == 0 ? "" : separator).Append(items[i].ToString());
        }

        return joined.ToString();
    }

    private static decimal Count(Value value) => value.Kind switch
    {
        ValueKind.List => value.Items.Count,
        ValueKind.Object => value.Members.Count,
        _ => value.IsBlank ? 0 : 1,
    };

    private static string Capitalize(string text, CultureInfo culture)
    {
        var first = text.Length > 1 && char.IsSurrogatePair(text[0], text[1]) ? 2 : Math.Min(1, text.Length);
        return culture.TextInfo.ToUpper(text[..first]) + text[first..];
    }
}
