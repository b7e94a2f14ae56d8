using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Comparisons;

/// <summary>The comparisons of one tenant, for those who read them.</summary>
public sealed class ComparisonStore(ITenantDb tenants)
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Row id of the last one seen; null begins.</param>
    public async Task<IReadOnlyList<ComparisonRow>> ListAsync(
        TenantKey tenant, ComparisonFilter filter, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        return await Rows(db, filter.Of(db).Where(row => before == null || row.Id < before).OrderByDescending(row => row.Id).Take(limit))
            .ToListAsync(cancellationToken);
    }

    /// <summary>All that the filter leaves, oldest first, as they are read: no more than one page is held.</summary>
    public async IAsyncEnumerable<ComparisonRow> StreamAsync(
        TenantKey tenant, ComparisonFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int Page = 1_000;
        for (var after = 0L; ;)
        {
            List<ComparisonRow> page;
            await using (var db = tenants.Open(tenant))
            {
                page = await Rows(db, filter.Of(db).Where(row => row.Id > after).OrderBy(row => row.Id).Take(Page))
                    .ToListAsync(cancellationToken);
            }

            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < Page)
            {
                yield break;
            }

            after = page[^1].RowId;
        }
    }

    /// <summary>
    /// The turns that the flow engine was to answer while the other stood by, oldest first, as they are read. In these stages V1 answers others: where
    /// V2 is switched off, or the address asks for V1.
    /// </summary>
    public async IAsyncEnumerable<StagedTurn> AnsweredAsync(
        TenantKey tenant, DateTimeOffset? from, DateTimeOffset? to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var turns = db.Turns
            .Where(turn => turn.Status == "done" && (turn.Stage == "live" || turn.Stage == "rampdown")
                && (turn.Engine == "v2" || turn.FallbackFrom == "v2")
                && (from == null || turn.StartedAt >= from) && (to == null || turn.StartedAt < to));
        var answered =
            from turn in turns
            join conversation in db.Conversations on turn.ConversationId equals conversation.Id
            orderby turn.StartedAt
            select new StagedTurn(turn.Id, conversation.PublicId, turn.StartedAt, turn.FallbackFrom != null);
        await foreach (var turn in answered.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return turn;
        }
    }

    /// <summary>Null where the tenant has no such comparison.</summary>
    public async Task<ComparisonDetail?> FindAsync(TenantKey tenant, Guid id, CancellationToken cancellationToken)
    {
        await using var db = tenants.Open(tenant);
        var rows = db.ParallelRuns.Where(row => row.PublicId == id);
        if (await Rows(db, rows).SingleOrDefaultAsync(cancellationToken) is not { } row)
        {
            return null;
        }

        return await rows.Select(run => new ComparisonDetail(
            row, run.Control, run.CandidateAnswer, run.ControlRaw, run.CandidateRaw, run.Verdict, run.FlowVersionId, run.Attempts, run.FinishedAt))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Runs of the control against itself that failed on neither side.</summary>
    private static IQueryable<ParallelRunRow> AgainstThemselves(FlowEngineDbContext db) => db.ParallelRuns.Where(run => run.Candidate == run.AnsweredBy
        && (run.Result == "matched" || run.Result == "mismatched" || run.Result == "ignored" || run.Result == "inconclusive"));

    private static IQueryable<ComparisonRow> Rows(FlowEngineDbContext db, IQueryable<ParallelRunRow> runs) =>
        from run in runs
        join conversation in db.Conversations on run.ConversationId equals conversation.Id
        join again in AgainstThemselves(db)
            on new { run.ConversationId, run.Seq, run.Mode, Engine = run.AnsweredBy }
            equals new { again.ConversationId, again.Seq, again.Mode, Engine = again.Candidate } into agains
        from again in agains.DefaultIfEmpty()
        select new ComparisonRow
        {
            RowId = run.Id,
            Id = run.PublicId,
            Conversation = conversation.PublicId,
            TurnId = run.TurnId,
            Seq = run.Seq,
            Stage = run.Stage,
            AnsweredBy = run.AnsweredBy,
            Candidate = run.Candidate,
            Mode = run.Mode,
            Sample = run.Sample,
            Result = run.Result,
            SkippedReason = run.SkippedReason,
            Severity = run.Severity,
            DecidedBy = run.DecidedBy,
            Cluster = run.Cluster,
            ExpiredRule = run.ExpiredRule,
            ControlMs = run.ControlMs,
            ControlFirstMs = run.ControlFirstMs,
            CandidateMs = run.CandidateMs,
            CandidateFirstMs = run.CandidateFirstMs,
            AgainMs = again == null || run.Candidate == run.AnsweredBy ? null : again.CandidateMs,
            AgainFirstMs = again == null || run.Candidate == run.AnsweredBy ? null : again.CandidateFirstMs,
            AgainSample = again == null || run.Candidate == run.AnsweredBy ? null : again.Sample,
            ControlCost = run.ControlCost,
            CandidateCost = run.CandidateCost,
            Currency = run.Currency,
            UnpricedModel = run.UnpricedModel,
            At = run.CreatedAt,
        };
}
