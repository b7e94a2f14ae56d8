using System.Globalization;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Checking;

/// <summary>The parts of the schema that are the same for all node types.</summary>
internal static class FlowSchemaParts
{
    public const string Document =
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "FlowEngine flow",
          "description": "A Drawflow export: what editor.export() gives.",
          "type": "object",
          "required": ["drawflow"],
          "properties": {
            "$schema": { "type": "string", "description": "Names this schema for the editor; it is kept and means nothing." },
            "drawflow": {
              "type": "object",
              "description": "The modules by name. Home starts; others are called by sub_flow as #Name.",
              "required": ["Home"],
              "propertyNames": { "maxLength": 100 },
              "additionalProperties": { "$ref": "#/$defs/module" }
            }
          }
        }
        """;

    private const string Shapes =
        """
        {
          "module": {
            "type": "object",
            "required": ["data"],
            "properties": {
              "data": {
                "type": ["object", "array"],
                "description": "The nodes by id. Order means nothing.",
                "maxProperties": NODES,
                "maxItems": NODES,
                "propertyNames": { "minLength": 1, "maxLength": ID },
                "additionalProperties": { "$ref": "#/$defs/node" },
                "items": { "anyOf": [{ "type": "null" }, { "$ref": "#/$defs/node" }] }
              }
            }
          },
          "node": {
            "type": "object",
            "required": ["name"],
            "properties": {
              "id": { "type": ["integer", "string"], "maxLength": ID, "description": "The key once more." },
              "name": {},
              "data": { "type": ["object", "array", "null"] },
              "class": { "type": "string" },
              "html": { "type": "string", "description": "Kept, never shown and never read." },
              "typenode": { "enum": [false, true, "vue"] },
              "inputs": { "$ref": "#/$defs/inputs" },
              "outputs": { "$ref": "#/$defs/outputs" },
              "pos_x": { "$ref": "#/$defs/position" },
              "pos_y": { "$ref": "#/$defs/position" }
            }
          },
          "position": { "type": ["number", "string"] },
          "inputs": {
            "type": ["object", "array"],
            "maxItems": 0,
            "propertyNames": { "pattern": "^input_[1-9][0-9]*$" },
            "additionalProperties": { "$ref": "#/$defs/input" }
          },
          "input": {
            "type": "object",
            "required": ["connections"],
            "properties": {
              "connections": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["node", "input"],
                  "properties": {
                    "node": { "$ref": "#/$defs/reference" },
                    "input": { "type": "string", "pattern": "^output_[1-9][0-9]*$", "description": "The OUTPUT port of the other node." }
                  }
                }
              }
            }
          },
          "outputs": {
            "type": ["object", "array"],
            "maxItems": 0,
            "propertyNames": { "pattern": "^output_[1-9][0-9]*$" },
            "additionalProperties": { "$ref": "#/$defs/output" }
          },
          "output": {
            "type": "object",
            "required": ["connections"],
            "properties": {
              "connections": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["node", "output"],
                  "properties": {
                    "node": { "$ref": "#/$defs/reference" },
                    "output": { "type": "string", "pattern": "^input_[1-9][0-9]*$", "description": "The INPUT port of the other node." },
                    "points": { "type": "array" }
                  }
                }
              }
            }
          },
          "reference": { "type": ["string", "integer"], "maxLength": ID, "description": "The id of the other node." }
        }
        """;

    public static string Definitions(DrawflowLimits limits) => Shapes
        .Replace("NODES", limits.MaxNodes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("ID,", $"{limits.MaxIdLength.ToString(CultureInfo.InvariantCulture)},", StringComparison.Ordinal)
        .Replace("ID }", $"{limits.MaxIdLength.ToString(CultureInfo.InvariantCulture)} }}", StringComparison.Ordinal);

    /// <summary>The configuration itself, or an object that has it as <c>config</c>.</summary>
    public static JsonObject Data(string type) => (JsonObject)JsonNode.Parse(
        $$"""
        {
          "if": { "type": "object", "required": ["config"], "properties": { "config": { "type": ["object", "array"] } } },
          "then": { "properties": { "config": { "$ref": "#/$defs/{{type}}.configuration" } } },
          "else": { "$ref": "#/$defs/{{type}}.configuration" }
        }
        """)!;
}
