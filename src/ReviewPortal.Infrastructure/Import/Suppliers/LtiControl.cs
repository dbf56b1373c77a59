using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import.Suppliers;

/// <summary>
/// Requests of LTI 1.3 Assessment Control (1EdTech), one or a list. A request to terminate or to flag is a signal here: it ends nothing and decides
/// nothing. What it names is platform, resource, user and attempt together: "iss|resource|sub|attempt".
/// </summary>
internal static class LtiControl
{
    private const string Supplier = "LTI", Version = "1.3 Assessment Control";

    private static readonly string[] Actions = ["pause", "resume", "terminate", "update", "flag"];

    public static bool Is(JsonElement root) => One(root) || (root.ValueKind is JsonValueKind.Array && root.GetArrayLength() > 0 && root.EnumerateArray().All(One));

    private static bool One(JsonElement element) => SupplierFile.Has(element, "action") && SupplierFile.Has(element, "incident_time");

    public static ImmutableArray<SupplierReport> Read(JsonElement element, ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        if (element.ValueKind is not JsonValueKind.Array) return [Report(file.Root(element), bytes, file)];
        return [.. file.Root(element).Items().Select(item => Report(item, Encoding.UTF8.GetBytes(item.Raw() ?? ""), file))];
    }

    private static SupplierReport Report(JsonField request, ReadOnlyMemory<byte> bytes, SupplierFile file)
    {
        var (user, resource) = (request["user"], request["resource_link"]["id"].Name());
        var attempt = request["attempt_number"].IsGiven ? request["attempt_number"].Scalar() : "1";
        return file.Report(
            SupplierFormat.Lti, $"{Supplier} {Version}", bytes,
            [new SupplierId("lti", $"{user["iss"].Name()}|{resource}|{user["sub"].Name()}|{attempt}")],
            [Signal(request, file)]);
    }

    private static SupplierSignal Signal(JsonField request, SupplierFile file)
    {
        var action = request["action"].Name();
        if (!Actions.Contains(action, StringComparer.Ordinal)) throw request["action"].Wrong(FieldKind.ControlAction);
        return new SupplierSignal
        {
            Place = request["incident_time"].Path,
            Moment = request["incident_time"].Moment(),
            Kind = action,
            Text = SupplierFile.Joined(action, file.Text(request["reason_code"]), file.Text(request["reason_msg"])),
            Weight = request["incident_severity"].IsGiven ? Severity(request["incident_severity"]) : null,
            Data = SupplierFile.Data(Supplier, Version, request.Raw()),
        };
    }

    private static double Severity(JsonField severity) => severity.AnyNumber() is >= 0 and <= 1 and var number ? number : throw severity.Wrong(FieldKind.Share);
}
