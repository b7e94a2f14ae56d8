using System.Globalization;

namespace FlowEngine.Moving.Generating;

internal sealed class GeneratedConversations(GeneratorOptions options)
{
    /// <summary>Dirt repeats after so many conversations; the numbers in <see cref="Conversation"/> are places within.</summary>
    private const int Cycle = 50;

    private const int LongHistory = 10_000;

    private static readonly DateTime s_first = new(2025, 10, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly Random _random = new(options.Seed);
    private long _message;

    public IEnumerable<GeneratedRow> Rows()
    {
        for (var id = 1L; id <= options.Conversations; id++)
        {
            yield return Conversation(id);
            for (var number = 0; number < options.Messages; number++)
            {
                yield return Message(id, id, number);
            }
        }

        for (var orphan = 0; orphan < options.Conversations / Cycle + 1; orphan++)
        {
            yield return Message(options.Conversations + 1_000 + orphan, 0, orphan);
        }
    }

    private GeneratedRow Conversation(long id)
    {
        var (place, tenant) = (id % Cycle, 1 + id % options.Tenants);
        var (v1, v2) = (id % 4 is 0 or 2, id % 4 is 1 or 2);
        var created = Time(id, 0);
        return new(LegacyTables.Conversations,
        [
            id, place == 29 ? null : tenant, id % 3 == 0 ? id % 97 : null, Session(id, place, options.Tenants), v1 ? "shop-assistant" : null, v1 ? "Mağaza Asistanı" : null, 1L,
            v1 ? (place == 38 ? 999_999L : 3 * tenant - 2) : null, Metadata(place, v1), v2 ? Flow(place, tenant) : null, v2 ? "node_1" : null, History(id, place, v2),
            v2 ? Context(id, place) : null, place == 41 ? null : created, place == 41 ? null : Time(id, options.Messages),
        ]);
    }

    private static string? Session(long id, long place, int tenants) => place switch
    {
        7 => null,
        // Of an earlier conversation of the same tenant.
        11 when id > tenants => Of(id - tenants),
        35 => new string('s', 70) + Of(id),
        _ => Of(id),
    };

    private static string Of(long id) => string.Create(CultureInfo.InvariantCulture, $"session-{id:D10}");

    private static string? Metadata(long place, bool v1) => place switch
    {
        13 => """{"assistant_name":"Ayşe","page":""",
        16 => GeneratedTexts.Mangled("""{"sehir":"Iğdır şubesi"}"""),
        _ => v1 ? """{"assistant_name":"Ayşe","page":"/ürünler"}""" : null,
    };

    private static long Flow(long place, long tenant) => place switch
    {
        17 => 4_711,
        // Only the first tenant's database has it.
        21 => GeneratedFlows.LastOfTheFirst,
        _ => 1 + tenant % 2,
    };

    private static string? History(long id, long place, bool v2) => place == 37 && id < Cycle
        ? $"[{string.Join(',', Enumerable.Repeat(Entry, LongHistory))}]"
        : v2 ? $"[{Entry}]" : null;

    private const string Entry = """{"node_id":"node_1","next_node_id":"node_2","timestamp":"2025-11-04T10:00:00Z","success":true}""";

    private static string Context(long id, long place) => place switch
    {
        25 => """{"user_sentiment":""",
        33 => "[]",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"user_sentiment":"question","visits":{{id % 7}},"wants_call":true,"products":[{"id":{{id}}}],"last_ai_response":"Merhaba","phone":"0532 000 00 {{id % 100:D2}}"}"""),
    };

    private GeneratedRow Message(long conversation, long id, int number)
    {
        var (place, isUser, text) = (id % Cycle, number % 2 == 0, GeneratedTexts.Sentence(_random));
        var role = place == 43 && number == 1 ? "tool" : place == 44 && number == 1 ? null : isUser ? "user" : "assistant";
        var content = place switch
        {
            43 when number == 3 => null,
            19 => GeneratedTexts.Mangled(text),
            _ => text,
        };
        var metadata = isUser ? null : id % 4 is 1 or 2 ? """{"system":"workflow_engine_v2"}""" : """{"assistant_name":"Ayşe"}""";
        return new(LegacyTables.Messages, [++_message, conversation, role, content, metadata, place == 45 ? null : Time(id, number)]);
    }

    /// <summary>About a thousand conversations a day.</summary>
    private static string Time(long id, int number) =>
        s_first.AddSeconds(id * 86 + number * 7).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
