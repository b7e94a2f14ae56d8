using System.Text;
using System.Text.Unicode;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Api.FlowTests;

/// <summary>The stored tests of flows.</summary>
public sealed class FlowTestHandler(FlowTestStore store, FlowVersionStore versions, StoredFlowTests tests, ConversationScripts conversations)
{
    private const int MaxBody = 4096;

    public static IResult Schema() => Results.Text(FlowTestSchema.Text(), "application/schema+json");

    public async Task<IResult> ListAsync(HttpContext http, string flow, CancellationToken cancellationToken)
    {
        if (await MissingAsync(http, flow, cancellationToken) is { } problem)
        {
            return problem;
        }

        var rows = await store.ListAsync(http.Caller().Tenant.Profile.Key, flow, cancellationToken);
        return Results.Json(new Page<StoredTestView>([.. rows.Select(View)], null), FlowTestJson.Context.PageStoredTestView);
    }

    public async Task<IResult> GetAsync(HttpContext http, string flow, string name, CancellationToken cancellationToken) =>
        await store.FindAsync(http.Caller().Tenant.Profile.Key, flow, name, cancellationToken) is { } test
            ? Results.Text(test.Script, "application/json")
            : TestNotFound(flow, name);

    public async Task<IResult> PutAsync(HttpContext http, string flow, string name, CancellationToken cancellationToken)
    {
        if (FlowTestName.Fault(name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]).ToResult();
        }

        if (await MissingAsync(http, flow, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await BoundedBody.ReadAsync(http.Request, FlowTestReader.MaxBytes, cancellationToken) is not { } body)
        {
            return ApiProblems.TooLarge(FlowTestReader.MaxBytes).ToResult();
        }

        if (!Utf8.IsValid(body.Span))
        {
            return ApiProblems.NotJson("It is not UTF-8.").ToResult();
        }

        var text = JsonInput.WellFormed(Encoding.UTF8.GetString(body.Span));
        return FlowTestReader.Read(text) is { Test: null, Faults: var faults }
            ? NotATest(faults)
            : await SaveAsync(http.Caller(), flow, name, text, cancellationToken);
    }

    public async Task<IResult> DeleteAsync(HttpContext http, string flow, string name, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        return await store.DeleteAsync(caller.Tenant.Profile.Key, flow, name, caller.Name, cancellationToken)
            ? Results.NoContent()
            : TestNotFound(flow, name);
    }

    public async Task<IResult> FromConversationAsync(HttpContext http, string flow, CancellationToken cancellationToken)
    {
        if (await BoundedBody.ReadAsync(http.Request, MaxBody, cancellationToken) is not { } bytes)
        {
            return ApiProblems.TooLarge(MaxBody).ToResult();
        }

        var (body, wrong) = FromConversationReader.Read(bytes);
        if (body is null)
        {
            return wrong!.ToResult();
        }

        if (await MissingAsync(http, flow, cancellationToken) is { } missing)
        {
            return missing;
        }

        var caller = http.Caller();
        var (script, problem) = await conversations.ReadAsync(caller.Tenant.Profile.Key, flow, body.ConversationId, body.Name, cancellationToken);
        return script is null ? problem!.ToResult() : await SaveAsync(caller, flow, body.Name, FlowTestWriter.Write(script), cancellationToken);
    }

    public async Task<IResult> RunAsync(HttpContext http, string flow, int version, CancellationToken cancellationToken)
    {
        var names = http.Request.Query["test"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        return await tests.RunAsync(http.Caller().Tenant, flow, version, names, cancellationToken) is { } run
            ? Results.Json(run, FlowTestJson.Context.FlowTestRunView)
            : FlowProblems.VersionNotFound(flow, version).ToResult();
    }

    private async Task<IResult> SaveAsync(Caller caller, string flow, string name, string script, CancellationToken cancellationToken)
    {
        var entry = new FlowTestEntry(flow, name, script, caller.Name, default);
        if (await store.PutAsync(caller.Tenant.Profile.Key, entry, StoredFlowTests.MaxTests, cancellationToken) is not { } saved)
        {
            return ApiProblems.InvalidRequest([new("name", "too_many_tests", $"A flow has at most {StoredFlowTests.MaxTests} tests.")]).ToResult();
        }

        return Results.Json(
            View(saved.Entry), FlowTestJson.Context.StoredTestView, statusCode: saved.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task<IResult?> MissingAsync(HttpContext http, string flow, CancellationToken cancellationToken) =>
        await versions.GetAsync(http.Caller().Tenant.Profile.Key, flow, null, cancellationToken) is null
            ? FlowProblems.NotFound(flow).ToResult()
            : null;

    private static StoredTestView View(FlowTestEntry row)
    {
        var test = FlowTestReader.Read(row.Script).Test;
        return new(row.Name, test?.Name, test?.Turns.Count ?? 0, row.Author, row.UpdatedAt);
    }

    private static IResult NotATest(IReadOnlyList<FlowTestFault> faults) => new ApiProblem(
        StatusCodes.Status422UnprocessableEntity,
        "not_a_test",
        "The body is not a conversation test.",
        "Nothing was saved. 'errors' says what is wrong.",
        [.. faults.Select(fault => new FieldError(fault.Pointer, "not_a_test", $"Line {fault.Line}: {fault.Message} {fault.Fix}"))]).ToResult();

    private static IResult TestNotFound(string flow, string name) => ApiProblems.NotFound($"The flow '{flow}' has no test '{name}'.").ToResult();
}
