using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>Asks the model, runs the tools that it calls and asks again, until it answers; past the bound without tools.</summary>
/// <param name="most">Rounds of calls, over all answers.</param>
internal sealed class ToolRounds(ModelChain models, AnswerTools tools, int most)
{
    private readonly List<ToolRound> _rounds = [];

    /// <returns>The last round's text, with the usage of all.</returns>
    public async ValueTask<ModelReply> AnswerAsync(ModelRequest request, IReplyStream stream, CancellationToken cancellationToken)
    {
        var usage = ModelUsage.None;
        while (true)
        {
            var reply = await models.AnswerAsync(request with { Tools = Offer() }, stream, cancellationToken);
            usage = usage.Plus(reply.Usage);
            if (reply.Calls.Count == 0)
            {
                return reply with { Usage = usage };
            }

            _rounds.Add(new(reply.Text, reply.Calls, await tools.RunAsync(reply.Calls, cancellationToken)));
        }
    }

    private ToolOffer? Offer() =>
        tools.Declared.Count == 0 ? null : new(tools.Declared, _rounds.Count < most, [.. _rounds], tools.Gathered);
}
