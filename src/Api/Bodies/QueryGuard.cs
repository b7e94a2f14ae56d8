using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Bodies;

/// <summary>Refuses queries that the endpoint does not know, whose values cannot be read, or that have NUL characters, which no database takes.</summary>
internal static class QueryGuard
{
    public static void UseQueryGuard(this IApplicationBuilder app)
    {
        var parameters = app.ApplicationServices.GetRequiredService<QueryParameters>();
        app.Use((http, next) => Faults(http, parameters) is { Count: > 0 } faults ? ApiProblems.InvalidRequest(faults).ExecuteAsync(http) : next(http));
    }

    private static List<FieldError> Faults(HttpContext http, QueryParameters parameters)
    {
        var query = http.Request.Query;
        if (http.GetEndpoint() is not { } endpoint || parameters.Of(endpoint) is not { } known)
        {
            return Nul(query);
        }

        return query.Count == 0 && known.Needed.Count == 0 ? [] : [.. Nul(query), .. known.Faults(query)];
    }

    private static List<FieldError> Nul(IQueryCollection query) =>
    [
        .. query.Where(one => one.Key.Contains('\0') || one.Value.ToString().Contains('\0'))
            .Select(one => one.Key.Replace('\0', '?'))
            .Select(name => new FieldError(name, "nul_character", $"'{name}' has a NUL character.")),
    ];
}
