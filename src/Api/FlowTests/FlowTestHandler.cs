using System.Text;
using System.Text.Unicode;
using FlowEngine.Api.Access;
using FlowEngine.Api.Flows;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;
using FlowEngine.Testing.Scripts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.FlowTests;

/// <summary>The stored tests of flows.</summary>
public sealed class FlowTestHandler(FlowTestStore store, FlowVersionStore versions, StoredFlowTests tests, ConversationScripts conversations)
{
    public async Task<Results<Ok<Page<StoredTestView>>, ApiProblem>> ListAsync(Caller caller, string flow, CancellationToken cancellationToken)
    {
        if (await MissingAsync(caller, flow, cancellationToken) is { } problem)
        {
            return problem;
        }

        var rows = await store.ListAsync(caller.Tenant.Profile.Key, flow, cancellationToken);
        return TypedResults.Ok(new Page<StoredTestView>([.. rows.Select(View)], null));
    }

    public async Task<Results<ContentHttpResult, ApiProblem>> GetAsync(Caller caller, string flow, string name, CancellationToken cancellationToken) =>
        await store.FindAsync(caller.Tenant.Profile.Key, flow, name, cancellationToken) is { } test
            ? TypedResults.Text(test.Script, "application/json")
            : TestNotFound(flow, name);

    public async Task<Results<Created<StoredTestView>, Ok<StoredTestView>, ApiProblem>> PutAsync(
        Caller caller, string flow, string name, ScriptUpload upload, CancellationToken cancellationToken)
    {
        if (FlowTestName.Fault(name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        if (await MissingAsync(caller, flow, cancellationToken) is { } problem)
        {
            return problem;
        }

        return FlowTestReader.Read(upload.Text) is { Test: null, Faults: var faults }
            ? NotATest(faults)
            : await SaveAsync(caller, flow, name, upload.Text, cancellationToken);
    }

    public async Task<Results<NoContent, ApiProblem>> DeleteAsync(Caller caller, string flow, string name, CancellationToken cancellationToken) =>
        await store.DeleteAsync(caller.Tenant.Profile.Key, flow, name, caller.Name, cancellationToken)
            ? TypedResults.NoContent()
            : TestNotFound(flow, name);

    public async Task<Results<Created<StoredTestView>, Ok<StoredTestView>, ApiProblem>> FromConversationAsync(
        Caller caller, string flow, FromConversationBody body, CancellationToken cancellationToken)
    {
        if (FlowTestName.Fault(body.Name) is { } fault)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        if (await MissingAsync(caller, flow, cancellationToken) is { } missing)
        {
            return missing;
        }

        var (script, problem) = await conversations.ReadAsync(caller.Tenant.Profile.Key, flow, body.ConversationId, body.Name, cancellationToken);
        return script is null ? problem! : await SaveAsync(caller, flow, body.Name, FlowTestWriter.Write(script), cancellationToken);
    }

    /// <param name="names">Only these; empty: all.</param>
    public async Task<Results<Ok<FlowTestRunView>, ApiProblem>> RunAsync(
        Caller caller, string flow, int version, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        await tests.RunAsync(caller.Tenant, flow, version, names, cancellationToken) is { } run
            ? TypedResults.Ok(run)
            : FlowProblems.VersionNotFound(flow, version);

    private async Task<Results<Created<StoredTestView>, Ok<StoredTestView>, ApiProblem>> SaveAsync(
        Caller caller, string flow, string name, string script, CancellationToken cancellationToken)
    {
        var entry = new FlowTestEntry(flow, name, script, caller.Name, default);
        if (await store.PutAsync(caller.Tenant.Profile.Key, entry, StoredFlowTests.MaxTests, cancellationToken) is not { } saved)
        {
            return ApiProblems.InvalidRequest([new("name", "too_many_tests", $"A flow has at most {StoredFlowTests.MaxTests} tests.")]);
        }

        return saved.IsNew ? TypedResults.Created($"/api/flows/{flow}/tests/{name}", View(saved.Entry)) : TypedResults.Ok(View(saved.Entry));
    }

    private async Task<ApiProblem?> MissingAsync(Caller caller, string flow, CancellationToken cancellationToken) =>
        await versions.GetAsync(caller.Tenant.Profile.Key, flow, null, cancellationToken) is null ? FlowProblems.NotFound(flow) : null;

    private static StoredTestView View(FlowTestEntry row)
    {
        var test = FlowTestReader.Read(row.Script).Test;
        return new(row.Name, test?.Name, test?.Turns.Count ?? 0, row.Author, row.UpdatedAt);
    }

    private static ApiProblem NotATest(IReadOnlyList<FlowTestFault> faults) => new(
        StatusCodes.Status422UnprocessableEntity,
        "not_a_test",
        "The body is not a conversation test.",
        "Nothing was saved. 'errors' says what is wrong.",
        [.. faults.Select(fault => new FieldError(fault.Pointer, "not_a_test", $"Line {fault.Line}: {fault.Message} {fault.Fix}"))]);

    private static ApiProblem TestNotFound(string flow, string name) => ApiProblems.NotFound($"The flow '{flow}' has no test '{name}'.");
}
