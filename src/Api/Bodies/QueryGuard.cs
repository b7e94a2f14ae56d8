using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Bodies;

/// <summary>Refuses NUL characters in the query, which no database takes in text.</summary>
internal static class QueryGuard
{
    public static void UseQueryGuard(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true && Faults(http.Request.Query) is { Count: > 0 } faults
            ? ApiProblems.InvalidRequest(faults).ToResult().ExecuteAsync(http)
            : next(http));

    private static List<FieldError> Faults(IQueryCollection query) =>
    [
        .. query.Where(one => one.Key.Contains('\0') || one.Value.ToString().Contains('\0'))
            .Select(one => one.Key.Replace('\0', '?'))
            .Select(name => new FieldError(name, "nul_character", $"'{name}' has a NUL character.")),
    ];
}
