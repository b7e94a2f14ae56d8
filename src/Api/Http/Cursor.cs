using System.Globalization;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Http;

/// <summary>Cursors of lists that are numbers.</summary>
internal static class Cursor
{
    public const string Parameter = "next";

    /// <returns>The number, or what is wrong; neither where the first page is asked for.</returns>
    public static (long? Value, FieldError? Fault) Read(string? next)
    {
        if (string.IsNullOrEmpty(next))
        {
            return (null, null);
        }

        return long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (value, null)
            : (null, new(Parameter, "invalid_cursor", "'next' is not a cursor of this list. Use the value of 'next' from the page before, or leave it out."));
    }

    /// <param name="rows">With one more than a page has, where there is one.</param>
    /// <param name="id">Of the last row of the page.</param>
    public static Page<TView> Page<TRow, TView>(IReadOnlyList<TRow> rows, int size, Func<TRow, TView> view, Func<TRow, long> id) => new(
        [.. rows.Take(size).Select(view)], rows.Count > size ? id(rows[size - 1]).ToString(CultureInfo.InvariantCulture) : null);
}
