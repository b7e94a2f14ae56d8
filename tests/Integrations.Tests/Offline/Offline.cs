using FlowEngine.Conversations;
using FlowEngine.Integrations.Offline;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Tests.Offline;

internal static class Offline
{
    public static async Task<string> AnswerAsync(ModelContext context)
    {
        using var client = new OfflineChatClient();
        var response = await client.GetResponseAsync(ModelContextRenderer.Render(context), Options(context));
        return response.Text;
    }

    public static ChatOptions Options(ModelContext context) =>
        new() { AdditionalProperties = new() { [ModelContext.PropertyName] = context } };
}
