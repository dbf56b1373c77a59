using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecondSignaturesAndHearings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SupplementedAt",
                table: "Views",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CoSignedAt",
                table: "TerminationProposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CoSignedBy",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CoSignedByName",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedBy",
                table: "TerminationProposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Sendings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProposedAt",
                table: "Retakes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProposedBy",
                table: "Retakes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProposedByName",
                table: "Retakes",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "ProposedGrant",
                table: "Retakes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EnrolmentHearings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InvitedByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnrolmentHearings", x => x.Id);
                    table.CheckConstraint("CK_InvitedBeforehand", "\"PlannedAt\" >= \"InvitedAt\"");
                    table.ForeignKey(
                        name: "FK_EnrolmentHearings_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnrolmentHearings_Objections_About",
                        column: x => x.About,
                        principalTable: "Objections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentHearings_About",
                table: "EnrolmentHearings",
                column: "About");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentHearings_Case",
                table: "EnrolmentHearings",
                column: "Case");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EnrolmentHearings");

            migrationBuilder.DropColumn(
                name: "SupplementedAt",
                table: "Views");

            migrationBuilder.DropColumn(
                name: "CoSignedAt",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "CoSignedBy",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "CoSignedByName",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "ProposedBy",
                table: "TerminationProposals");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Sendings");

            migrationBuilder.DropColumn(
                name: "ProposedAt",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "ProposedBy",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "ProposedByName",
                table: "Retakes");

            migrationBuilder.DropColumn(
                name: "ProposedGrant",
                table: "Retakes");
        }
    }
}
