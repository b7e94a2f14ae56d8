using System.Text.Json;

namespace FlowEngine.Api.Tests.Flows;

/// <summary>Every shape in which flows occur, with what becomes of it: taken, or refused under a name.</summary>
internal static class DocumentVariants
{
    private const string Bare = """
        {"1":{"id":1,"name":"message","data":{"content":"Hi"},"class":"","html":"","typenode":false,"inputs":{},
              "outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0.5,"pos_y":0},
         "2":{"id":2,"name":"end","data":[],"class":"","html":"","typenode":false,
              "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":[],"pos_x":9,"pos_y":0}}
        """;

    private const string Listed = """
        [null,{"id":1,"name":"message","data":{"content":"Hi"},"class":"","html":"","typenode":"vue","inputs":[],
           "outputs":{"output_1":{"connections":[{"node":2,"output":"input_1"}]}},"pos_x":0,"pos_y":0},
         {"id":2,"name":"end","data":{},"inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{}}]
        """;

    private static readonly string s_standard = Home(Bare);

    /// <summary>By name: the text, and the finding's code under which it is refused; null where it is taken.</summary>
    public static IReadOnlyDictionary<string, (string Text, string? Code)> All { get; } = new Dictionary<string, (string, string?)>
    {
        ["standard"] = (s_standard, null),
        ["standard with a byte order mark"] = ("\uFEFF" + s_standard, null),
        ["module data as a list"] = (Home(Listed), null),
        ["side keys"] = ($$"""{"meta":{"title":"x"},{{s_standard.TrimStart()[1..]}}""", null),
        ["two modules"] = ($$$$"""{"drawflow":{"Home":{"data":{{{{Bare}}}}},"Empty":{"data":[]}}}""", null),
        ["bare modules"] = ($$$"""{"Home":{"data":{{{Bare}}}}}""", null),
        ["node map under drawflow"] = ($$"""{"drawflow":{{Bare}}}""", null),
        ["nodes without the editor's members"] = (
            """{"drawflow":{"a":{"name":"message","data":{"content":"Hi"},"inputs":{},"outputs":{"output_1":{"connections":[{"node":"b","output":"input_1"}]}}},"b":{"name":"end","data":{},"inputs":{"input_1":{"connections":[{"node":"a","input":"output_1"}]}},"outputs":{}}}}""", null),
        ["bare node map"] = (Bare, null),
        ["list of nodes"] = (Listed, null),
        ["list of nodes in a wrapper"] = ($$$"""{"WorkflowBlueprint":{"id":"7","data":{{{Listed}}}}}""", null),
        ["drawflow as a text, standard inside"] = ($$"""{"drawflow":{{Quoted(s_standard)}}}""", null),
        ["drawflow as a text, a node map inside"] = ($$"""{"drawflow":{{Quoted(Bare)}}}""", null),
        ["another member as a text"] = ($$"""{"id":4,"flow":{{Quoted(s_standard)}}}""", null),
        ["literal, escaped once"] = (Quoted(s_standard), null),
        ["literal, escaped twice"] = (Quoted(Quoted(s_standard)), null),
        ["literal of PHP"] = ("'" + s_standard.Replace("Hi", "d\\'accord", StringComparison.Ordinal) + "'", null),
        ["doubly quoted whole"] = ("'\"" + s_standard + "\"'", null),
        ["drawflow without modules"] = ("""{"drawflow":{}}""", null),
        ["a connection under a wrong key"] = (s_standard.Replace("\"input\":\"output_1\"", "\"input_1\":\"output_1\"", StringComparison.Ordinal), null),
        ["nothing"] = ("", "empty"),
        ["an empty text"] = ("\"\"", "empty"),
        ["an empty object"] = ("{}", "empty"),
        ["an object literal of JavaScript"] = ("{ drawflow: { Home: { data: { 19: { id: 19 } } } } }", "not_json"),
        ["the example of the editor's readme, with line breaks in texts"] = (s_standard.Replace("Hi", "H\ni", StringComparison.Ordinal), "not_json"),
        ["a trailing comma"] = (s_standard.Replace("\"pos_y\":0}", "\"pos_y\":0, }", StringComparison.Ordinal), "not_json"),
        ["a row of a dump"] = ($"INSERT INTO flows VALUES (1, '{s_standard}');", "not_json"),
        ["duplicate names"] = ("""{"drawflow":{"Home":{"data":{"1":{"name":"end","name":"end"}}}}}""", "duplicate_name"),
        ["a call flow"] = ("""{"nodes":{"a":{"id":"a","type":"ivr"}},"edges":[{"from":"a","to":"a"}]}""", "not_drawflow"),
        ["something else"] = ("""{"name":"x"}""", "not_drawflow"),
    };

    public static TheoryData<string> Names => new(All.Keys);

    private static string Home(string nodes) => $$$$"""{"drawflow":{"Home":{"data":{{{{nodes}}}}}}}""";

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
