using System.Collections.Immutable;

namespace ReviewPortal.Infrastructure.Import.Rosters;

internal enum RosterColumn
{
    StudentNumber,
    Exam,
    Name,
    GivenName,
    Prefix,
    Surname,
    Email,
    ExtraTime,
    Needs,
    Attendance,
    Irregularities,
}

/// <summary>Which column of a file stands for what: by its header, in Dutch or English.</summary>
internal sealed class RosterColumns
{
    private static readonly Dictionary<string, RosterColumn> Known = new(StringComparer.Ordinal)
    {
        ["studentnummer"] = RosterColumn.StudentNumber, ["studentnr"] = RosterColumn.StudentNumber, ["studentnumber"] = RosterColumn.StudentNumber, ["studentid"] = RosterColumn.StudentNumber,
        ["toets"] = RosterColumn.Exam, ["toetscode"] = RosterColumn.Exam, ["tentamen"] = RosterColumn.Exam, ["tentamencode"] = RosterColumn.Exam, ["exam"] = RosterColumn.Exam, ["examcode"] = RosterColumn.Exam, ["test"] = RosterColumn.Exam, ["testcode"] = RosterColumn.Exam,
        ["naam"] = RosterColumn.Name, ["name"] = RosterColumn.Name, ["displayname"] = RosterColumn.Name, ["fullname"] = RosterColumn.Name,
        ["voornaam"] = RosterColumn.GivenName, ["roepnaam"] = RosterColumn.GivenName, ["givenname"] = RosterColumn.GivenName, ["firstname"] = RosterColumn.GivenName,
        ["tussenvoegsel"] = RosterColumn.Prefix, ["tussenvoegsels"] = RosterColumn.Prefix, ["voorvoegsel"] = RosterColumn.Prefix, ["surnameprefix"] = RosterColumn.Prefix, ["prefix"] = RosterColumn.Prefix,
        ["achternaam"] = RosterColumn.Surname, ["surname"] = RosterColumn.Surname, ["lastname"] = RosterColumn.Surname,
        ["email"] = RosterColumn.Email, ["emailadres"] = RosterColumn.Email, ["emailaddress"] = RosterColumn.Email, ["mail"] = RosterColumn.Email,
        ["extratijd"] = RosterColumn.ExtraTime, ["extratime"] = RosterColumn.ExtraTime, ["extraduration"] = RosterColumn.ExtraTime, ["extratijdmin"] = RosterColumn.ExtraTime, ["extratijdminuten"] = RosterColumn.ExtraTime, ["extratimeminutes"] = RosterColumn.ExtraTime,
        ["voorzieningen"] = RosterColumn.Needs, ["toestemmingen"] = RosterColumn.Needs, ["hulpmiddelen"] = RosterColumn.Needs, ["provisions"] = RosterColumn.Needs, ["permissions"] = RosterColumn.Needs, ["requiredpersonalneeds"] = RosterColumn.Needs,
        ["aanwezig"] = RosterColumn.Attendance, ["aanwezigheid"] = RosterColumn.Attendance, ["attendance"] = RosterColumn.Attendance, ["present"] = RosterColumn.Attendance,
        ["onregelmatigheden"] = RosterColumn.Irregularities, ["onregelmatigheid"] = RosterColumn.Irregularities, ["irregularities"] = RosterColumn.Irregularities,
    };

    private readonly ImmutableArray<RosterColumn?> _columns;

    private RosterColumns(ImmutableArray<RosterColumn?> columns) => _columns = columns;

    /// <summary>Without a student number and a test a line says nothing.</summary>
    public bool AreEnough => _columns.Contains(RosterColumn.StudentNumber) && _columns.Contains(RosterColumn.Exam);

    public int Count => _columns.Count(column => column is not null);

    public static RosterColumns Of(IEnumerable<string> header) =>
        new([.. header.Select(name => Known.TryGetValue(Plain(name), out var column) ? column : (RosterColumn?)null)]);

    public string this[ImmutableArray<string> fields, RosterColumn column] => _columns.IndexOf(column) is >= 0 and var at && at < fields.Length ? fields[at].Trim() : "";

    private static string Plain(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
