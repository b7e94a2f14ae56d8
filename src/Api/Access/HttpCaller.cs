namespace FlowEngine.Api.Access;

internal static class HttpCaller
{
    public static string? ServiceOperator(this HttpContext http) => http.Features.Get<ServiceOperator>()?.Name;

    public static Caller Caller(this HttpContext http) => http.Features.Get<Caller>()!;
}
