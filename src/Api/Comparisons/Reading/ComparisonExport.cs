using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Comparisons;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>Comparisons as files, streamed: what is held at once does not grow with how many there are.</summary>
public sealed class ComparisonExport(ComparisonStore store, TimeProvider time)
{
    private const int FlushEvery = 64 * 1024;

    private static readonly string[] s_columns =
    [
        "id", "at", "conversation_id", "turn_id", "seq", "stage", "answered_by", "candidate", "mode", "kind", "sample", "result", "skipped_reason",
        "severity", "decided_by", "cluster", "expired_rule", "control_ms", "candidate_ms", "control_first_ms", "candidate_first_ms", "control_cost",
        "candidate_cost", "currency", "unpriced_model", "again_ms", "excess_ms", "time_withheld",
    ];

    public Results<PushStreamHttpResult, ApiProblem> Csv(Caller caller, ComparisonQuery query, CancellationToken cancellationToken) =>
        Stream(
            caller, query, "text/csv; charset=utf-8", "comparisons.csv", string.Join(',', s_columns) + "\r\n", view => Line(view) + "\r\n",
            cancellationToken);

    public Results<PushStreamHttpResult, ApiProblem> Ndjson(Caller caller, ComparisonQuery query, CancellationToken cancellationToken) =>
        Stream(
            caller, query, "application/x-ndjson", "comparisons.ndjson", "",
            view => JsonSerializer.Serialize(view, ComparisonJson.Context.ComparisonView) + "\n",
            cancellationToken);

    private Results<PushStreamHttpResult, ApiProblem> Stream(
        Caller caller, ComparisonQuery query, string type, string file, string head, Func<ComparisonView, string> line, CancellationToken cancelled)
    {
        var (filter, _, faults) = query.Read(time.GetUtcNow());
        if (filter is null)
        {
            return ApiProblems.InvalidRequest(faults);
        }

        var tenant = caller.Tenant.Profile.Key;
        return TypedResults.Stream(
            async body =>
            {
                var text = new StringBuilder(head);
                await foreach (var row in store.StreamAsync(tenant, filter, cancelled))
                {
                    text.Append(line(ComparisonMapping.View(row)));
                    if (text.Length >= FlushEvery)
                    {
                        await FlushAsync(body, text, cancelled);
                    }
                }

                await FlushAsync(body, text, cancelled);
            },
            type,
            file);
    }

    private static async Task FlushAsync(Stream body, StringBuilder text, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
        text.Clear();
    }

    private static string Line(ComparisonView view) => string.Join(',', new object?[]
    {
        view.Id, view.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), view.ConversationId, view.TurnId, view.Seq, view.Stage, view.AnsweredBy,
        view.Candidate, view.Mode, view.Kind, view.Sample, view.Result, view.SkippedReason, view.Severity, view.DecidedBy, view.Cluster,
        view.ExpiredRule ? "true" : "false", view.ControlMs, view.CandidateMs, view.ControlFirstMs, view.CandidateFirstMs, view.ControlCost,
        view.CandidateCost, view.Currency, view.UnpricedModel, view.AgainMs, view.ExcessMs, view.TimeWithheld,
    }.Select(CsvField.Of));
}
