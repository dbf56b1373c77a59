using Microsoft.AspNetCore.Components;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>The desk's part of an objection; the executive board decides on its own page.</summary>
public sealed partial class ObjectionCard(RegisterObjection register)
{
    private string _forwardedFrom = "";
    private string _lateReason = "";

    [Parameter, EditorRequired]
    public required AppealView View { get; set; }
}
