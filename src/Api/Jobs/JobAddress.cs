namespace FlowEngine.Api.Jobs;

/// <summary>Where jobs are found.</summary>
internal static class JobAddress
{
    public const string Jobs = "/api/jobs";

    public static string Of(Guid id) => $"{Jobs}/{id}";
}
